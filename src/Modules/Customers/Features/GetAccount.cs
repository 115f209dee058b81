namespace Callout.Customers;

/// <param name="Version">Send it back as <c>seen</c> with a change.</param>
/// <param name="Merged">The accounts that turned out to be this customer, newest merge first; each merge can be undone.</param>
public sealed record AccountPage(
    AccountId Id, long Version, AccountDetails Details, string? BillToName, IReadOnlyList<MergedAccount> Merged,
    IReadOnlyList<ContactLine> Contacts, IReadOnlyList<SiteLine> Sites, IReadOnlyList<AssetLine> Assets);

public sealed record MergedAccount(AccountId Id, string Name, Instant At);

/// <summary>A customer with the newest of their contacts, sites and assets; the lists themselves are paged. A merged account answers with the one that was kept.</summary>
public sealed record GetAccount(AccountId Id)
{
    private const int Shown = 50;

    internal static async Task<AccountPage> Handle(GetAccount query, Reading reading, CancellationToken ct)
    {
        var account = await reading.Get<Account, AccountId>(await Accounts.Holder(query.Id, reading, ct), ct);
        return new AccountPage(
            account.Id, account.Version, Details(account, await References.Of(account.Id.Value, SearchKind.Account, reading, ct)), await Payer(account.BillTo, reading, ct),
            await Merged(account.Id, reading, ct),
            (await FindContacts.Handle(new(account.Id, null, Shown), reading, ct)).Items,
            (await FindSites.Handle(new(account.Id, null, null, Shown), reading, ct)).Items,
            (await FindAssets.Handle(new(account.Id, null, null, null, Shown), reading, ct)).Items);
    }

    private static AccountDetails Details(Account a, IReadOnlyList<Reference> references) => new(
        a.Kind, a.Name, a.Branch, a.BillTo, a.PaymentDays, a.RegistrationNumber, a.BillingAddress, a.Channel, a.PreferredTechnician, a.VisitsFrom, a.VisitsUntil, references);

    private static Task<string?> Payer(AccountId? billTo, Reading reading, CancellationToken ct) =>
        reading.Of<Account>().Where(a => a.Id == billTo).Select(a => (string?)a.Name).FirstOrDefaultAsync(ct);

    private static async Task<IReadOnlyList<MergedAccount>> Merged(AccountId holder, Reading reading, CancellationToken ct) =>
        await reading.Of<Account>().Where(a => a.Holder == holder && a.MergedInto != null).OrderByDescending(a => a.ChangedAt).ThenBy(a => a.Id).Select(a => new MergedAccount(a.Id, a.Name, a.ChangedAt)).ToListAsync(ct);
}
