using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>When somebody will be there, as far as can be said now.</summary>
/// <param name="Van">Where the technician is: only while they are on the way to this visit.</param>
/// <param name="Behind">An earlier visit lasts longer than planned.</param>
public sealed record Arrival(Instant At, Seen? Van, bool Behind);

/// <summary>Reckons arrivals: from where the technician is while they travel, from the visit before while they do not.</summary>
public static class Arrivals
{
    private static readonly Duration Fresh = Duration.FromMinutes(10), Ahead = Duration.FromHours(16), Soon = Duration.FromMinutes(1);

    private static readonly VisitState[] Under = [VisitState.EnRoute, VisitState.OnSite, VisitState.Working, VisitState.Paused];

    /// <summary>Null when nobody is to come, or somebody is there already.</summary>
    public static async Task<Arrival?> Of(VisitSummary visit, Reading reading, CancellationToken ct)
    {
        if (visit is not { Lead: { } lead, Start: { } start }) return null;
        return visit.State switch
        {
            VisitState.EnRoute => await Underway(visit, lead, start, reading, ct),
            VisitState.Scheduled or VisitState.Dispatched or VisitState.Accepted => await Planned(visit, lead, start, reading, ct),
            _ => null,
        };
    }

    private static async Task<Arrival> Underway(VisitSummary visit, ResourceId lead, Instant start, Reading reading, CancellationToken ct)
    {
        var left = visit.At(VisitState.EnRoute) ?? reading.Now;
        var seen = await Positions.Last(lead, reading, ct) is { } last && last.At >= left && reading.Now - last.At <= Fresh ? last : null;
        var place = visit.Site is { } site && (await Sites.Of([site], reading, ct)).TryGetValue(site, out var known) ? known.Position : null;
        var at = seen is not null && place is not null ? seen.At + Drive(seen, place) : visit.TravelMinutes > 0 ? left + Duration.FromMinutes(visit.TravelMinutes) : start;
        return new(Instant.Max(at, reading.Now + Soon), seen, false);
    }

    private static async Task<Arrival> Planned(VisitSummary visit, ResourceId lead, Instant start, Reading reading, CancellationToken ct)
    {
        var (way, now) = (Duration.FromMinutes(visit.TravelMinutes), reading.Now);
        if (start - now > Ahead) return new(start, null, false);
        var before = await reading.Of<Visit>().Where(v => v.Lead == lead && v.Id != visit.Id && Under.Contains(v.State) && v.Start < start).ToListAsync(ct);
        var free = before.Select(v => Instant.Max(v.End ?? now, now)).DefaultIfEmpty(now).Max();
        return new(Instant.Max(start, free + way), null, before.Count > 0 && free + way > start);
    }

    /// <summary>As the crow flies and three tenths more; slower in town than over land.</summary>
    private static Duration Drive(Seen from, Position to)
    {
        var kilometres = Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude) * 1.3;
        var hours = (Math.Min(kilometres, 5) / 22) + (Math.Clamp(kilometres - 5, 0, 15) / 38) + (Math.Max(kilometres - 20, 0) / 65);
        return Duration.FromSeconds(Math.Ceiling(hours * 3600));
    }

    private static double Kilometres(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(toLatitude));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(toLongitude - longitude) / 2));
        return 2 * 6371 * Math.Asin(Math.Sqrt((north * north) + (Math.Cos(a) * Math.Cos(b) * east * east)));
    }
}
