namespace Callout.Customers;

/// <summary>Says which of an account's contacts, sites and assets are behind its being found.</summary>
internal static class SearchHits
{
    private const int AtMost = 400;

    public static async Task<ILookup<AccountId, SearchHit>> Of(IReadOnlyList<AccountId> holders, IReadOnlyList<string> words, Reading reading, CancellationToken ct)
    {
        var found = new List<(SearchWord Word, AccountId Holder)>();
        foreach (var word in words) found.AddRange(await Of(holders, word, reading, ct));
        var subjects = found.DistinctBy(f => f.Word.Subject).ToList();
        var titles = await Titles([.. subjects.Select(s => s.Word)], reading, ct);
        return subjects.Where(s => titles.ContainsKey(s.Word.Subject)).ToLookup(s => s.Holder, s => titles[s.Word.Subject]);
    }

    private static async Task<IEnumerable<(SearchWord, AccountId)>> Of(IReadOnlyList<AccountId> holders, string word, Reading reading, CancellationToken ct)
    {
        var rows = await SearchText.Beginning(reading.Of<SearchWord>(), word).Where(w => w.Kind != SearchKind.Account)
            .Join(reading.Of<Account>().Where(a => holders.Contains(a.Holder)), w => w.Account, a => a.Id, (w, a) => new { Word = w, a.Holder }).Take(AtMost).ToListAsync(ct);
        return rows.Select(r => (r.Word, r.Holder));
    }

    private static async Task<Dictionary<Guid, SearchHit>> Titles(List<SearchWord> words, Reading reading, CancellationToken ct)
    {
        var contacts = words.Where(w => w.Kind == SearchKind.Contact).Select(w => ContactId.From(w.Subject)).ToList();
        var sites = words.Where(w => w.Kind == SearchKind.Site).Select(w => SiteId.From(w.Subject)).ToList();
        var assets = words.Where(w => w.Kind == SearchKind.Asset).Select(w => AssetId.From(w.Subject)).ToList();
        List<SearchHit> hits = [];
        if (contacts.Count > 0) hits.AddRange((await reading.Of<Contact>().Where(c => contacts.Contains(c.Id)).ToListAsync(ct)).Select(c => new SearchHit(SearchKind.Contact, c.Id.Value, c.Name, Text.Blank(c.PhoneNumbers) ?? c.Email)));
        if (sites.Count > 0) hits.AddRange((await reading.Of<Site>().Where(s => sites.Contains(s.Id)).ToListAsync(ct)).Select(s => new SearchHit(SearchKind.Site, s.Id.Value, s.Name, Addresses.OneLine(s.Address))));
        if (assets.Count > 0) hits.AddRange((await reading.Of<Asset>().Where(a => assets.Contains(a.Id)).ToListAsync(ct)).Select(a => new SearchHit(SearchKind.Asset, a.Id.Value, a.Name, a.Serial)));
        return hits.ToDictionary(h => h.Id);
    }
}
