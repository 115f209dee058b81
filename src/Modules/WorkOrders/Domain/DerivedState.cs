using static Callout.WorkOrders.VisitSign;

namespace Callout.WorkOrders;

/// <summary>The one table by which an order's visits decide its state. The server publishes it as data.</summary>
internal static class DerivedState
{
    public static readonly IReadOnlyList<DerivedLine> Table =
    [
        new([Underway], WorkOrderState.InProgress),
        new([Booked], WorkOrderState.Scheduled),
        new([Fixed, Wanted], WorkOrderState.InProgress),
        new([Fixed, ProofMissing], WorkOrderState.InProgress),
        new([Fixed], WorkOrderState.Completed),
        new([], WorkOrderState.Ready),
    ];

    public static readonly IReadOnlyDictionary<VisitState, VisitSign> Signs = new Dictionary<VisitState, VisitSign>
    {
        [VisitState.Tentative] = Wanted,
        [VisitState.Scheduled] = Booked, [VisitState.Dispatched] = Booked, [VisitState.Accepted] = Booked,
        [VisitState.EnRoute] = Underway, [VisitState.OnSite] = Underway, [VisitState.Working] = Underway, [VisitState.Paused] = Underway,
    };

    /// <summary>The states that visits decide on; out of the others only a person leads.</summary>
    public static readonly IReadOnlyList<WorkOrderState> Follow = [WorkOrderState.Ready, WorkOrderState.Scheduled, WorkOrderState.InProgress, WorkOrderState.Completed];

    public static WorkOrderState Of(IReadOnlyCollection<Visit> visits, bool proofMissing)
    {
        HashSet<VisitSign> signs = [.. visits.Select(v => v.Says).OfType<VisitSign>()];
        if (visits.Where(v => v.HasEnded).MaxBy(v => v.Seq)?.Outcome == VisitOutcome.Fixed) signs.Add(Fixed);
        if (proofMissing) signs.Add(ProofMissing);
        return Table.First(line => line.When.All(signs.Contains)).Then;
    }
}
