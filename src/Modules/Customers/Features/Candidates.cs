namespace Callout.Customers;

/// <summary>Which pairs are worth comparing: those that share two words which few accounts have. So the work grows with the accounts, not with their square.</summary>
internal static class Candidates
{
    private const int RareAtMost = 60, SharedAtLeast = 2, ChunkLength = 400;

    /// <param name="both">Also pairs whose other account is the older one; otherwise each pair comes once, with the page of its younger account.</param>
    public static async Task<IReadOnlyList<(AccountId First, AccountId Second)>> Of(IReadOnlyList<AccountId> accounts, bool both, Reading reading, CancellationToken ct)
    {
        var mine = (await Words(reading, w => accounts.Contains(w.Account), ct)).ToLookup(w => w.Word, w => w.Account);
        var shared = new Dictionary<(AccountId, AccountId), int>();
        foreach (var chunk in mine.Select(w => w.Key).Chunk(ChunkLength))
        {
            var rare = await Rare([.. chunk], reading, ct);
            foreach (var (word, theirs) in await Words(reading, w => rare.Contains(w.Word), ct))
                foreach (var account in mine[word].Where(a => both ? a != theirs : theirs.Value.CompareTo(a.Value) < 0))
                    shared[(account, theirs)] = shared.GetValueOrDefault((account, theirs)) + 1;
        }

        var pairs = shared.Where(s => s.Value >= SharedAtLeast).Select(s => s.Key).ToList();
        return await Unsettled(pairs, reading, ct);
    }

    public static async Task<Dictionary<AccountId, Particulars>> Particulars(IReadOnlyList<AccountId> ids, Reading reading, CancellationToken ct)
    {
        var known = new Dictionary<AccountId, Particulars>();
        foreach (var chunk in ids.Chunk(ChunkLength).Select(c => c.ToList()))
        {
            var sites = (await reading.Of<Site>().Where(s => chunk.Contains(s.Account)).ToListAsync(ct)).ToLookup(s => s.Account);
            var contacts = (await reading.Of<Contact>().Where(c => chunk.Contains(c.Account)).ToListAsync(ct)).ToLookup(c => c.Account);
            foreach (var account in await reading.Of<Account>().Where(a => chunk.Contains(a.Id) && a.MergedInto == null).ToListAsync(ct))
                known[account.Id] = Of(account, [.. sites[account.Id]], [.. contacts[account.Id]]);
        }

        return known;
    }

    private static Particulars Of(Account account, IReadOnlyList<Site> sites, IReadOnlyList<Contact> contacts)
    {
        var address = account.BillingAddress == Address.None && sites.Count > 0 ? sites[0].Address : account.BillingAddress;
        return new(
            account.Id, account.Name, [.. Text.Words(account.Name).Distinct()], [.. Addresses.Lines(address with { PostalCode = null }).SelectMany(Text.Words).Distinct()],
            address.PostalCode?.ToLowerInvariant(), Text.Blank(string.Concat(Text.Words(account.RegistrationNumber))),
            contacts.SelectMany(c => c.Phones).ToHashSet(), contacts.Select(c => c.Email?.ToLowerInvariant()).OfType<string>().ToHashSet());
    }

    private static async Task<List<string>> Rare(List<string> words, Reading reading, CancellationToken ct) =>
        await reading.Of<SearchWord>().Where(w => words.Contains(w.Word)).GroupBy(w => w.Word).Where(g => g.Count() > 1 && g.Count() <= RareAtMost).Select(g => g.Key).ToListAsync(ct);

    private static async Task<List<(string Word, AccountId Account)>> Words(Reading reading, System.Linq.Expressions.Expression<Func<SearchWord, bool>> which, CancellationToken ct) =>
        [.. (await reading.Of<SearchWord>().Where(which).Select(w => new { w.Word, w.Account }).Distinct().ToListAsync(ct)).Select(w => (w.Word, w.Account))];

    private static async Task<IReadOnlyList<(AccountId, AccountId)>> Unsettled(List<(AccountId First, AccountId Second)> pairs, Reading reading, CancellationToken ct)
    {
        var settled = new HashSet<ToldApartId>();
        foreach (var chunk in pairs.Select(p => ToldApart.Of(p.First, p.Second).Id).Chunk(ChunkLength).Select(c => c.ToList()))
            settled.UnionWith(await reading.Of<ToldApart>().Where(t => chunk.Contains(t.Id)).Select(t => t.Id).ToListAsync(ct));
        return [.. pairs.Where(p => !settled.Contains(ToldApart.Of(p.First, p.Second).Id))];
    }
}
