using System.Text.Json.Serialization;

namespace Callout.Identity;

/// <summary>In whose name a branch speaks to customers.</summary>
/// <param name="Lines">What stands under the name on paper.</param>
/// <param name="Code">Of the branch, as it stands before the numbers of its papers.</param>
/// <param name="Language">In which the branch writes to its customers.</param>
/// <param name="Currency">In which the branch charges; null before there is an organisation.</param>
public sealed record Letterhead(string Name, string Lines, string Branch, DateTimeZone Zone, string Language, string? Currency, Tax? Tax, string Code = "")
{
    /// <summary>Which customers of the branch ring; null when it has none of its own. Not what stands on paper: that is the lines.</summary>
    [JsonIgnore]
    public string? Phone { get; init; }

    /// <summary>What stands on paper beside the name, line by line, with the number under which tax is paid.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Reached =>
        [.. Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), .. Tax is { Number.Length: > 0 } tax ? new[] { $"{tax.Name} {tax.Number}" } : []];

    /// <summary>A branch or organisation that is not set up yet still has a zone and a language.</summary>
    public static async Task<Letterhead> Of(BranchId branch, Reading reading, CancellationToken ct)
    {
        var organisation = await reading.Of<Organisation>().FirstOrDefaultAsync(ct);
        var row = await reading.Of<Branch>().FirstOrDefaultAsync(b => b.Id == branch, ct);
        var zone = row?.TimeZone ?? organisation?.TimeZone;
        return new(
            organisation?.Name ?? "Callout", row is { Letterhead.Length: > 0 } ? row.Letterhead : organisation?.Letterhead ?? "", row?.Name ?? "", zone is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[zone], row?.Language ?? "en",
            row?.Currency ?? organisation?.Currency, row?.Tax ?? (organisation is { TaxName.Length: > 0 } taxed ? new Tax(taxed.TaxName, taxed.TaxRate, taxed.TaxNumber) : null), row?.Code ?? "")
        {
            Phone = row is { Phone.Length: > 0 } ? row.Phone : null,
        };
    }
}
