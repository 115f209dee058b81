namespace Callout.Customers;

/// <summary>What other modules must know of a thing that is looked after.</summary>
public sealed record AssetSummary(AssetId Id, AccountId Account, SiteId Site, string Name, string? Maker, string? Model, string? Serial, AssetStatus Status, LocalDate? InstalledOn, Warranty? Warranty);

/// <summary>What other modules ask about assets.</summary>
public static class Assets
{
    public static async Task<AssetSummary> Of(AssetId id, Reading reading, CancellationToken ct) => Summary(await reading.Get<Asset, AssetId>(id, ct));

    /// <summary>For a list; an asset that is not in sight is left out.</summary>
    public static async Task<Dictionary<AssetId, AssetSummary>> Of(IReadOnlyCollection<AssetId> ids, Reading reading, CancellationToken ct) =>
        (await reading.Of<Asset>().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).ToDictionary(a => a.Id, Summary);

    /// <summary>The one thing that bears this serial, however its dashes are typed; null when there is none or more than one.</summary>
    public static async Task<AssetSummary?> BySerial(string serial, Reading reading, CancellationToken ct)
    {
        var plain = string.Concat(Text.Words(serial));
        if (plain.Length == 0) return null;
        var subjects = await reading.Of<SearchWord>().Where(w => w.Word == plain && w.Kind == SearchKind.Asset).Select(w => w.Subject).Take(20).ToListAsync(ct);
        List<AssetId> ids = [.. subjects.Select(AssetId.From)];
        var alike = (await reading.Of<Asset>().Where(a => ids.Contains(a.Id)).ToListAsync(ct)).Where(a => string.Concat(Text.Words(a.Serial)) == plain).ToList();
        return alike is [var only] ? Summary(only) : null;
    }

    private static AssetSummary Summary(Asset a) => new(a.Id, a.Account, a.Site, a.Name, a.Maker, a.Model, a.Serial, a.Status, a.InstalledOn, a.Warranty);
}
