namespace Callout.Customers;

/// <summary>What of the customers begins with a word.</summary>
/// <param name="Accounts">By their own names and numbers, or those of their contacts.</param>
public sealed record Found(IReadOnlyList<AccountId> Accounts, IReadOnlyList<SiteId> Sites, IReadOnlyList<AssetId> Assets)
{
    private const int AtMost = 500;

    /// <summary>The last that became known come first; a word that fits more than 500 things finds those.</summary>
    public static async Task<Found> Of(string word, Reading reading, CancellationToken ct)
    {
        var words = await SearchText.Beginning(reading.Of<SearchWord>(), word).OrderByDescending(w => w.Subject)
            .Select(w => new { w.Kind, w.Subject, w.Account }).Take(AtMost).ToListAsync(ct);
        return new(
            [.. words.Where(w => w.Kind is SearchKind.Account or SearchKind.Contact).Select(w => w.Account).Distinct()],
            [.. words.Where(w => w.Kind == SearchKind.Site).Select(w => SiteId.From(w.Subject)).Distinct()],
            [.. words.Where(w => w.Kind == SearchKind.Asset).Select(w => AssetId.From(w.Subject)).Distinct()]);
    }
}
