namespace Callout.Scheduling;

/// <summary>Everybody of the branch who could take the work, best first; behind them those who cannot, with the reasons.</summary>
/// <param name="From">Now, when it is left out.</param>
/// <param name="Until">A day after the beginning, when it is left out.</param>
/// <param name="Visit">A visit of the order that is to be moved: its own time counts as free.</param>
public sealed record FindCandidates(WorkOrderId Order, VisitId? Visit, Instant? From, Instant? Until)
{
    internal static async Task<CandidateList> Handle(FindCandidates query, Reading reading, CancellationToken ct)
    {
        var from = Instant.Max(query.From ?? reading.Now, reading.Now);
        var minutes = query.Visit is { } visit ? (await Planning.Of(visit, reading, ct)).Minutes : null;
        var prospects = await Prospects.Of(query.Order, query.Visit, minutes, from, query.Until ?? from + Duration.FromDays(1), reading, ct);
        return new CandidateList((int)prospects.Job.TotalMinutes, prospects.Work.Due, Ranking.Of(prospects, from));
    }
}

public sealed record CandidateList(int Minutes, Instant? Due, IReadOnlyList<Candidate> Items);

/// <param name="Start">The earliest that suits; null when there is none.</param>
/// <param name="After">What they do before it, when they do not come from where their day begins.</param>
/// <param name="TravelMinutes">By the straight line, a third longer, at 30 km/h: a guess.</param>
/// <param name="Load">How much of their hours is taken, in percent.</param>
public sealed record Candidate(
    ResourceId Technician, string Name, Instant? Start, Instant? End, int? TravelMinutes, string? After, int Load, bool InTime, IReadOnlyList<string> WhyNot);
