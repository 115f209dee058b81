namespace Callout.Workforce;

/// <summary>A point on the map, in degrees (WGS 84), with what people call it.</summary>
public sealed record Place(double Latitude, double Longitude, string? Label = null)
{
    internal static void Check(Place? place) =>
        Refusal.If(place is { Latitude: < -90 or > 90 } or { Longitude: < -180 or > 180 }, "place.off-the-map", "Latitude lies between -90 and 90, longitude between -180 and 180.");
}
