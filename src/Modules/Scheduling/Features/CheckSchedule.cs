namespace Callout.Scheduling;

/// <summary>Where a job fits, for everybody of its branch at once, so that a board need not ask while it is dragged.</summary>
public sealed record CheckSchedule(WorkOrderId Order, VisitId? Visit, Instant From, Instant Until)
{
    internal static async Task<ScheduleCheck> Handle(CheckSchedule query, Reading reading, CancellationToken ct)
    {
        var minutes = query.Visit is { } visit ? (await Planning.Of(visit, reading, ct)).Minutes : null;
        var prospects = await Prospects.Of(query.Order, query.Visit, minutes, query.From, query.Until, reading, ct);
        var work = prospects.Work;
        return new ScheduleCheck((int)prospects.Job.TotalMinutes, work.Due, work.WindowFrom, work.WindowTo, work.Site?.Zone.Id, [.. prospects.People.Select(Line)]);
    }

    private static TechnicianCheck Line(Prospect prospect) => new(
        prospect.Person.Id, [.. prospect.Lacks.Select(l => l.Reason)], prospect.Openings,
        [.. prospect.Taken.Select(t => new TakenTime(t.From, t.Until, t.What ?? ""))], [.. prospect.Shifts.Select(s => new WorkingTime(s.Start, s.End))]);
}

public sealed record ScheduleCheck(int Minutes, Instant? Due, Instant? WindowFrom, Instant? WindowTo, string? Zone, IReadOnlyList<TechnicianCheck> Technicians);

/// <param name="Lacks">Why they may not be sent at all.</param>
/// <param name="Openings">Between which moments the work may begin.</param>
public sealed record TechnicianCheck(
    ResourceId Technician, IReadOnlyList<string> Lacks, IReadOnlyList<Opening> Openings, IReadOnlyList<TakenTime> Taken, IReadOnlyList<WorkingTime> Shifts);

/// <summary>The work may begin between these two moments, and is over before what comes next.</summary>
/// <param name="TravelMinutes">The way there from what comes before.</param>
public sealed record Opening(Instant From, Instant Until, int TravelMinutes, string? After);

public sealed record TakenTime(Instant From, Instant Until, string What);

public sealed record WorkingTime(Instant Start, Instant End);
