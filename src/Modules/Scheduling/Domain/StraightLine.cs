namespace Callout.Scheduling;

/// <summary>A guess at the way between two points where no road map is at hand: the straight line, a third longer, at 30 km/h, and two minutes to park.</summary>
internal static class StraightLine
{
    private const double EarthKilometres = 6371, Detour = 1.3, KilometresPerMinute = 0.5;
    private const int ParkingMinutes = 2;

    /// <summary>Where one of the places is not known, a quarter of an hour.</summary>
    public const int UnknownMinutes = 15;

    public static int Minutes(Place? from, Place? to) =>
        from is null || to is null ? UnknownMinutes
        : Kilometres(from, to) is var km && km < 0.05 ? 0
        : ParkingMinutes + (int)Math.Ceiling(km * Detour / KilometresPerMinute);

    private static double Kilometres(Place from, Place to)
    {
        var (lat1, lat2) = (Radians(from.Latitude), Radians(to.Latitude));
        var (north, east) = (lat2 - lat1, Radians(to.Longitude - from.Longitude));
        var half = Math.Pow(Math.Sin(north / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(east / 2), 2);
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
