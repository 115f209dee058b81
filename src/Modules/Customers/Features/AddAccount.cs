namespace Callout.Customers;

[Refuses("account.name-empty", "account.name-too-long", "account.payment-days", "account.bills-itself", "account.bill-to", "address.country", "address.too-long", "reference.taken")]
public sealed record AddAccount(AccountId Account, AccountDetails Details)
{
    internal static readonly AddAccount Example = new(
        new(new("0199f3a0-0000-7000-8000-000000010001")),
        new(AccountKind.Company, "Savanna Fresh Ltd", new(new("0199f3a0-0000-7000-8000-00000000b001")), PaymentDays: 30, RegistrationNumber: "P051234567X",
            BillingAddress: new("Enterprise Road 12", "Nairobi", PostalCode: "00500", Country: "KE"), References: [new("erp", "C-1001")]));

    internal static async Task<AccountAdded> Handle(AddAccount command, Session session, CancellationToken ct)
    {
        var (account, added) = Customers.Account.Add(command.Account, command.Details);
        await Accounts.CheckBillTo(command.Details.BillTo, session, ct);
        await session.Find(account.Id.Value, SearchWord.Of(account), ct);
        await session.Number(SearchKind.Account, account.Id.Value, command.Details.References, ct);
        return session.Add(account, added);
    }
}
