namespace Callout.Workforce;

/// <param name="At">By the phone's clock.</param>
public sealed record PositionPoint(Instant At, double Latitude, double Longitude, PositionPurpose Purpose, double? AccuracyMetres = null);

/// <param name="Kept">What was sent outside a shift and no journey is not kept.</param>
public sealed record PositionsKept(int Kept);

/// <summary>Where a technician's phone has been, in batches: while on the way, or on shift, and never else.</summary>
[Refuses("positions.too-many", "positions.off-the-map")]
public sealed record KeepPositions(IReadOnlyList<PositionPoint> Points)
{
    private const int AtMost = 500, ForgottenAtOnce = 1000;

    private static readonly Duration Ahead = Duration.FromMinutes(5), Back = Duration.FromDays(2);

    internal static readonly KeepPositions Example = new([new(Instant.FromUtc(2026, 11, 23, 6, 52), -1.2995, 36.7821, PositionPurpose.Travel, 12)]);

    internal static async Task<PositionsKept> Handle(KeepPositions command, Session session, CancellationToken ct)
    {
        Refusal.If(command.Points.Count > AtMost, "positions.too-many", $"Send {AtMost} positions at most at once.");
        Refusal.If(command.Points.Any(p => !(Math.Abs(p.Latitude) <= 90 && Math.Abs(p.Longitude) <= 180)), "positions.off-the-map", "A latitude lies between -90 and 90, a longitude between -180 and 180.");
        var technician = await session.Get<Technician, ResourceId>(session.Technician, ct);
        var points = await Wanted(command.Points, technician.Id, session, ct);
        if (points.Count == 0) return new(0);

        var (from, until) = (points[0].At, points[^1].At);
        var known = await session.Of<PositionPing>().Where(p => p.Technician == technician.Id && p.At >= from && p.At <= until).Select(p => p.At).ToListAsync(ct);
        var pings = points.Where(p => !known.Contains(p.At)).Select(p => new PositionPing
        {
            Technician = technician.Id, At = p.At, Branch = technician.Branch, Latitude = p.Latitude, Longitude = p.Longitude, AccuracyMetres = p.AccuracyMetres, Purpose = p.Purpose,
        }).ToList();
        foreach (var ping in pings) session.Keep(ping);
        if (pings.Count > 0) await Remember(pings[^1], session, ct);
        await Forget(technician.Id, session, ct);
        return new(pings.Count);
    }

    private static async Task<List<PositionPoint>> Wanted(IReadOnlyList<PositionPoint> points, ResourceId technician, Session session, CancellationToken ct)
    {
        var recent = points.Select(p => p with { At = p.At.ToMicroseconds() }).Where(p => p.At <= session.Now + Ahead && p.At >= session.Now - Back).DistinctBy(p => p.At).OrderBy(p => p.At).ToList();
        if (recent.Count == 0) return [];
        var travelling = false;
        foreach (var says in session.Service<IEnumerable<IsTravelling>>()) travelling |= await says(technician, session, ct);
        var shifts = await Roster.Of(technician, recent[0].At.InUtc().Date.PlusDays(-2), recent[^1].At.InUtc().Date.PlusDays(1), session, ct);
        return [.. recent.Where(p => (p.Purpose == PositionPurpose.Travel && travelling) || shifts.Any(s => s.Covers(p.At, p.At)))];
    }

    private static async Task Remember(PositionPing newest, Session session, CancellationToken ct)
    {
        var last = await session.Locked<LastPosition>().FirstOrDefaultAsync(p => p.Technician == newest.Technician, ct);
        if (last is null) session.Keep(last = new LastPosition { Technician = newest.Technician });
        if (last.At < newest.At) last.Take(newest);
    }

    private static async Task Forget(ResourceId technician, Session session, CancellationToken ct)
    {
        var before = session.Now - PositionPing.Kept;
        session.Drop(await session.Locked<PositionPing>().Where(p => p.Technician == technician && p.At < before).OrderBy(p => p.At).Take(ForgottenAtOnce).ToListAsync(ct));
    }
}
