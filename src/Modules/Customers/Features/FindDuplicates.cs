namespace Callout.Customers;

/// <param name="Points">From 45 on; 100 and more leave little doubt.</param>
/// <param name="Reasons">What speaks for it, the strongest first.</param>
public sealed record DuplicateLine(AccountId First, string FirstName, AccountId Second, string SecondName, int Points, IReadOnlyList<LikenessReason> Reasons);

/// <summary>Pairs of accounts that may be one customer: all, a stretch of accounts to a page, or those of one account.</summary>
public sealed record FindDuplicates(AccountId? Account, Guid? After, int? Limit)
{
    private const int StretchesAtMost = 5, StretchLength = 200;

    internal static async Task<Page<DuplicateLine>> Handle(FindDuplicates query, Reading reading, CancellationToken ct)
    {
        List<DuplicateLine> pairs = [];
        var (next, wanted) = (query.After, Math.Clamp(query.Limit ?? 50, 1, 200));
        for (var i = 0; i < StretchesAtMost && pairs.Count < wanted; i++)
        {
            var stretch = await Stretch(query, next, reading, ct);
            pairs.AddRange(await Pairs([.. stretch.Items], query.Account is not null, reading, ct));
            if ((next = stretch.Next) is null) break;
        }

        return new([.. pairs.OrderByDescending(p => p.Points).ThenBy(p => p.First.Value).ThenBy(p => p.Second.Value)], next);
    }

    private static Task<Page<AccountId>> Stretch(FindDuplicates query, Guid? after, Reading reading, CancellationToken ct)
    {
        var accounts = reading.Of<Account>().Where(a => a.MergedInto == null);
        if (query.Account is { } account) accounts = accounts.Where(a => a.Id == account);
        return accounts.Page<Account, AccountId, AccountId>(after, StretchLength, a => a.Id, ct);
    }

    private static async Task<IEnumerable<DuplicateLine>> Pairs(IReadOnlyList<AccountId> accounts, bool one, Reading reading, CancellationToken ct)
    {
        var candidates = await Candidates.Of(accounts, one, reading, ct);
        var known = await Candidates.Particulars([.. candidates.SelectMany(c => new[] { c.First, c.Second }).Distinct()], reading, ct);
        return candidates.Where(c => known.ContainsKey(c.First) && known.ContainsKey(c.Second))
            .Select(c => (A: known[c.First], B: known[c.Second])).Select(c => (c.A, c.B, Likeness: Likeness.Of(c.A, c.B)))
            .Where(c => c.Likeness.Points >= Likeness.Likely)
            .Select(c => new DuplicateLine(c.A.Account, c.A.Name, c.B.Account, c.B.Name, c.Likeness.Points, c.Likeness.Reasons));
    }
}
