using System.Globalization;

namespace Callout.App.Import;

/// <summary>What real data gets wrong without being unreadable: the row is taken in as it is, and a person is told.</summary>
/// <param name="Before">A column of times, that must not lie after <paramref name="After"/>.</param>
/// <param name="Latitude">A column; with <paramref name="Longitude"/> it must not be one of <paramref name="FallbackPoints"/>.</param>
internal sealed record Check(string Finding, string? Before = null, string? After = null, string? Latitude = null, string? Longitude = null, IReadOnlyList<IReadOnlyList<double>>? FallbackPoints = null)
{
    public IEnumerable<string> Columns => new[] { Before, After, Latitude, Longitude }.OfType<string>();

    public bool Finds(Row row, ImportMap map) => (Before is not null && After is not null && OutOfOrder(row, map)) || (Latitude is not null && Longitude is not null && OnFallback(row));

    private bool OutOfOrder(Row row, ImportMap map) => map.Time(Before!, row.Of(Before!)) is { } before && map.Time(After!, row.Of(After!)) is { } after && after < before;

    private bool OnFallback(Row row) =>
        double.TryParse(row.Of(Latitude!), CultureInfo.InvariantCulture, out var latitude) && double.TryParse(row.Of(Longitude!), CultureInfo.InvariantCulture, out var longitude)
        && (FallbackPoints ?? []).Any(p => p is [var lat, var lng] && Math.Abs(lat - latitude) < 1e-6 && Math.Abs(lng - longitude) < 1e-6);
}
