namespace Callout.Customers;

/// <summary>The audiences of a technician: the sites shown to them, and those sites' customers.</summary>
internal static class ShownSites
{
    public static async Task<IReadOnlyList<Audience>> Of(Reading reading, CancellationToken ct)
    {
        if (reading.Principal.Sight.Technician is not { } technician) return [];
        var shown = await reading.Of<Showing>().Where(s => s.Technician == technician && s.Stands).Select(s => new { s.Site, s.Account }).ToListAsync(ct);
        return [.. shown.Select(s => SiteDocument.Shown(s.Site)), .. shown.Select(s => AccountDocument.Shown(s.Account)).Distinct()];
    }
}
