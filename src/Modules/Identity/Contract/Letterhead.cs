namespace Callout.Identity;

/// <summary>In whose name a branch speaks to customers.</summary>
/// <param name="Lines">What stands under the name on paper.</param>
/// <param name="Language">In which the branch writes to its customers.</param>
/// <param name="Currency">In which the branch charges; null before there is an organisation.</param>
public sealed record Letterhead(string Name, string Lines, string Branch, DateTimeZone Zone, string Language, string? Currency, Tax? Tax)
{
    /// <summary>A branch or organisation that is not set up yet still has a zone and a language.</summary>
    public static async Task<Letterhead> Of(BranchId branch, Reading reading, CancellationToken ct)
    {
        var organisation = await reading.Of<Organisation>().FirstOrDefaultAsync(ct);
        var row = await reading.Of<Branch>().FirstOrDefaultAsync(b => b.Id == branch, ct);
        var zone = row?.TimeZone ?? organisation?.TimeZone;
        return new(
            organisation?.Name ?? "Callout", organisation?.Letterhead ?? "", row?.Name ?? "", zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[zone], row?.Language ?? "en",
            row?.Currency ?? organisation?.Currency, organisation is { TaxName.Length: > 0 } taxed ? new Tax(taxed.TaxName, taxed.TaxRate, taxed.TaxNumber) : null);
    }
}
