using static Callout.WorkOrders.VisitMove;
using static Callout.WorkOrders.VisitState;

namespace Callout.WorkOrders;

/// <summary>What may happen to a visit in each state. Forward skips are legal: a tap forgotten leaves its time unknown.</summary>
internal static class VisitMoves
{
    /// <summary>Facts: they happened, whatever the office had planned.</summary>
    public static readonly IReadOnlyDictionary<VisitMove, VisitState> Facts = new Dictionary<VisitMove, VisitState>
    {
        [Accept] = Accepted, [Travel] = EnRoute, [VisitMove.Arrive] = OnSite, [Work] = Working, [Pause] = VisitState.Paused,
        [Complete] = Completed, [VisitMove.ReportIncomplete] = Incomplete, [VisitMove.ReportNoAccess] = NoAccess,
    };

    public static readonly IReadOnlyList<LegalVisitMove> Legal =
    [
        new(Tentative, Plan, Scheduled), new(Tentative, Unschedule, Tentative), new(Tentative, Expire, Expired),
        .. Each([Scheduled, Dispatched, Accepted], Plan, Scheduled), .. Each([Scheduled, Dispatched, Accepted], Unschedule, Tentative),
        new(Scheduled, Dispatch, Dispatched),
        .. Each([Dispatched, Accepted, EnRoute], Decline, Scheduled),
        .. Each([Tentative, Scheduled, Dispatched, Accepted, EnRoute, OnSite, Working, VisitState.Paused], Cancel, Cancelled),
        .. Each([Scheduled, Dispatched], Accept, Accepted),
        .. Each([Scheduled, Dispatched, Accepted, Working, VisitState.Paused], Travel, EnRoute),
        .. Each([Scheduled, Dispatched, Accepted, EnRoute], VisitMove.Arrive, OnSite),
        .. Each([Scheduled, Dispatched, Accepted, EnRoute, OnSite, VisitState.Paused], Work, Working),
        .. Each([OnSite, Working], Pause, VisitState.Paused),
        .. Each([Scheduled, Dispatched, Accepted, EnRoute, OnSite, Working, VisitState.Paused], Complete, Completed),
        .. Each([Scheduled, Dispatched, Accepted, EnRoute, OnSite, Working, VisitState.Paused], VisitMove.ReportIncomplete, Incomplete),
        .. Each([Scheduled, Dispatched, Accepted, EnRoute, OnSite, Working], VisitMove.ReportNoAccess, NoAccess),
        .. Facts.SelectMany(fact => Each([Tentative, Cancelled, Expired], fact.Key, fact.Value)),
    ];

    public static IReadOnlyList<VisitMove> From(VisitState state) => [.. Legal.Where(l => l.From == state).Select(l => l.Move)];

    public static VisitState To(VisitState from, VisitMove move) =>
        Legal.FirstOrDefault(l => l.From == from && l.Move == move)?.To ?? throw Refused.Move("visit.illegal", "visit", from, move, From(from));

    private static IEnumerable<LegalVisitMove> Each(IEnumerable<VisitState> from, VisitMove move, VisitState to) => from.Select(f => new LegalVisitMove(f, move, to));
}
