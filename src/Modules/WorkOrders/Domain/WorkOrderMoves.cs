using static Callout.WorkOrders.WorkOrderMove;
using static Callout.WorkOrders.WorkOrderState;

namespace Callout.WorkOrders;

/// <summary>What may be done to an order in each state. The server publishes it, so that every screen offers only what is legal.</summary>
internal static class WorkOrderMoves
{
    public static readonly IReadOnlyList<LegalMove> Legal =
    [
        new(Draft, Triage, null), new(Triaged, Triage, null), new(Ready, Triage, null),
        new(AwaitingApproval, Approve, Ready), new(AwaitingApproval, Reject, WorkOrderState.Cancelled),
        new(Ready, Plan, null), new(Scheduled, Plan, null), new(InProgress, Plan, null),
        new(Ready, Hold, OnHold), new(Scheduled, Hold, OnHold), new(InProgress, Hold, OnHold),
        new(OnHold, Release, null), new(OnHold, Hold, OnHold),
        new(Ready, GiveUp, CannotComplete), new(Scheduled, GiveUp, CannotComplete), new(InProgress, GiveUp, CannotComplete), new(OnHold, GiveUp, CannotComplete),
        new(Completed, WorkOrderMove.Close, Closed),
        new(Completed, SendBack, InProgress),
        .. new[] { Draft, Triaged, AwaitingApproval, Ready, Scheduled, InProgress, OnHold }.Select(from => new LegalMove(from, Cancel, WorkOrderState.Cancelled)),
    ];

    public static IReadOnlyList<WorkOrderMove> From(WorkOrderState state) => [.. Legal.Where(l => l.From == state).Select(l => l.Move)];

    /// <summary>Where it leads; refused with the list of what is legal instead.</summary>
    public static WorkOrderState? To(WorkOrderState from, WorkOrderMove move)
    {
        var legal = Legal.FirstOrDefault(l => l.From == from && l.Move == move);
        return legal is null ? throw Refused.Move("work-order.illegal", "order", from, move, From(from)) : legal.To;
    }
}
