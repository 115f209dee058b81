namespace Callout.Customers;

/// <param name="Details">All of it as it is to be; what is left out is emptied.</param>
/// <param name="Seen">The version that the person saw.</param>
[Refuses("account.merged", "account.name-empty", "account.name-too-long", "account.payment-days", "account.bills-itself", "account.bill-to", "address.country", "address.too-long", "reference.taken")]
public sealed record ChangeAccount(AccountId Account, AccountDetails Details, long? Seen = null)
{
    internal static readonly ChangeAccount Example = new(AddAccount.Example.Account, AddAccount.Example.Details with { PaymentDays = 14 }, 1);

    internal static async Task<AccountChanged> Handle(ChangeAccount command, Session session, CancellationToken ct)
    {
        var account = await session.Load<Account, AccountId>(command.Account, ct, command.Seen);
        var changed = account.Change(command.Details);
        await Accounts.CheckBillTo(command.Details.BillTo, session, ct);
        await session.Find(account.Id.Value, SearchWord.Of(account), ct);
        await session.Number(SearchKind.Account, account.Id.Value, command.Details.References, ct);
        return session.Append(account, changed);
    }
}
