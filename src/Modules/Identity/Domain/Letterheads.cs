namespace Callout.Identity;

/// <summary>A branch writes on the organisation's paper, in its own time zone, currency and language.</summary>
internal static class Letterheads
{
    public static async Task<Letterhead?> Of(BranchId id, Reading reading, CancellationToken ct)
    {
        if (await reading.Of<Organisation>().FirstOrDefaultAsync(ct) is not { } ours) return null;
        var branch = await reading.Of<Branch>().FirstOrDefaultAsync(b => b.Id == id, ct);
        return new(
            ours.Name, branch?.Name, ours.Letterhead.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            DateTimeZoneProviders.Tzdb[branch?.TimeZone ?? ours.TimeZone], branch?.Currency ?? ours.Currency, branch?.Language ?? "en", ours.TaxName, ours.TaxRate, ours.TaxNumber);
    }
}
