namespace Callout.Customers;

/// <param name="Because">What of theirs fits the words, beside the account itself.</param>
public sealed record AccountLine(AccountId Id, AccountKind Kind, string Name, BranchId Branch, string? Address, IReadOnlyList<SearchHit> Because);

public sealed record SearchHit(SearchKind Kind, Guid Id, string Title, string? Detail);

/// <summary>Customers, the newest first. With <c>q</c>: those for whom every word begins a word of a name, an address, a serial, an e-mail address or a telephone number in any form.</summary>
/// <param name="System">With <paramref name="Number"/>: whom another system knows by that number.</param>
public sealed record FindAccounts(string? Q, BranchId? Branch, string? System, string? Number, Guid? After, int? Limit)
{
    internal static async Task<Page<AccountLine>> Handle(FindAccounts query, Reading reading, CancellationToken ct)
    {
        var words = SearchText.Words(query.Q);
        var accounts = reading.Of<Account>().Where(a => a.MergedInto == null);
        if (query.Branch is { } branch) accounts = accounts.Where(a => a.Branch == branch);
        if (query.Number is { } number) accounts = await Numbered(accounts, query.System, number, reading, ct);
        foreach (var word in words) accounts = Having(accounts, word, reading);
        var page = await accounts.Page<Account, AccountId, Account>(query.After, query.Limit, a => a, ct);
        var hits = await SearchHits.Of([.. page.Items.Select(a => a.Id)], words, reading, ct);
        return new([.. page.Items.Select(a => new AccountLine(a.Id, a.Kind, a.Name, a.Branch, Addresses.OneLine(a.BillingAddress), [.. hits[a.Id]]))], page.Next);
    }

    // What was merged is found as well, and leads to the account that was kept.
    private static IQueryable<Account> Having(IQueryable<Account> accounts, string word, Reading reading)
    {
        var found = SearchText.Beginning(reading.Of<SearchWord>(), word).Join(reading.Of<Account>(), w => w.Account, a => a.Id, (w, a) => a.Holder);
        return accounts.Where(a => found.Contains(a.Id));
    }

    private static async Task<IQueryable<Account>> Numbered(IQueryable<Account> accounts, string? system, string number, Reading reading, CancellationToken ct)
    {
        var subjects = await reading.Of<ExternalNumber>().Where(n => n.Kind == SearchKind.Account && n.Number == number && (system == null || n.System == system)).Select(n => n.Subject).ToListAsync(ct);
        List<AccountId> ids = [.. subjects.Select(AccountId.From)];
        return accounts.Where(a => ids.Contains(a.Id));
    }
}
