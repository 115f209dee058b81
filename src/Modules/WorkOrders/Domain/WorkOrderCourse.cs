using Callout.Contracts;
using static Callout.WorkOrders.WorkOrderState;

namespace Callout.WorkOrders;

// What becomes of an order: held, released, sent back, closed, given up, cancelled; and how it follows its visits.
internal sealed partial class WorkOrder
{
    public void CanBePlanned() => Take(WorkOrderMove.Plan);

    /// <summary>A visit that waits for a time, so that whoever plans gives it one instead of adding another.</summary>
    public VisitId? Wanted { get; private set; }

    /// <summary>Where its visits have brought it, and which promises that keeps.</summary>
    public IReadOnlyList<IEvent> Follow(IReadOnlyCollection<Visit> visits, bool proofMissing, Instant at)
    {
        List<IEvent> events = [];
        Wanted = visits.Where(v => v.Says == VisitSign.Wanted).OrderBy(v => v.Seq).Select(v => (VisitId?)v.Id).FirstOrDefault();
        if (DerivedState.Follow.Contains(State) && (State, DerivedState.Of(visits, proofMissing)) is var (from, to) && from != to)
        {
            Become(to);
            events.Add(to == Completed ? new WorkOrderCompleted(Id) : new WorkOrderMoved(Id, from, to));
        }

        return [.. events, .. Keep(visits, at)];
    }

    public WorkOrderHeld Hold(HoldReason reason, string? remark, Instant at)
    {
        Become(Take(WorkOrderMove.Hold)!.Value);
        (HoldReason, Remark) = (reason, remark);
        StandStill(Why(reason), at);
        return new WorkOrderHeld(Id, reason);
    }

    public WorkOrderReleased Release(IReadOnlyCollection<Visit> visits, bool proofMissing, Instant at)
    {
        var reason = HoldReason;
        Take(WorkOrderMove.Release);
        Become(DerivedState.Of(visits, proofMissing));
        GoOn(at);
        return new WorkOrderReleased(Id, reason!.Value, State);
    }

    /// <summary>The review does not accept it: somebody goes again.</summary>
    public WorkOrderSentBack SendBack(Visit followUp, string remark, Instant at)
    {
        Become(Take(WorkOrderMove.SendBack)!.Value);
        Remark = remark;
        Reopen(at);
        return new WorkOrderSentBack(Id, followUp.Id);
    }

    public WorkOrderClosed Close(BillingRule billing, IReadOnlyList<string> proofMissing)
    {
        var to = Take(WorkOrderMove.Close)!.Value;
        Refusal.If(proofMissing.Count > 0, "work-order.proof-missing", $"Still needed: {string.Join(", ", proofMissing)}.");
        Become(to);
        Billing = billing;
        return new WorkOrderClosed(Id, billing);
    }

    public WorkOrderRejected Reject(string remark) => End(WorkOrderMove.Reject, remark, new WorkOrderRejected(Id));

    public WorkOrderGivenUp GiveUp(string remark) => End(WorkOrderMove.GiveUp, remark, new WorkOrderGivenUp(Id));

    public WorkOrderCancelled Cancel(string remark) => End(WorkOrderMove.Cancel, remark, new WorkOrderCancelled(Id));

    public static Contracts.PauseReason Why(HoldReason reason) => reason switch
    {
        WorkOrders.HoldReason.WaitingParts => Contracts.PauseReason.Parts,
        WorkOrders.HoldReason.Customer => Contracts.PauseReason.Customer,
        WorkOrders.HoldReason.Access => Contracts.PauseReason.Access,
        WorkOrders.HoldReason.Approval => Contracts.PauseReason.Approval,
        WorkOrders.HoldReason.Payment => Contracts.PauseReason.Payment,
        _ => Contracts.PauseReason.Weather,
    };

    private TEvent End<TEvent>(WorkOrderMove move, string remark, TEvent ended)
    {
        Become(Take(move)!.Value);
        Remark = remark;
        Clocks = [.. Clocks.Select(c => c.Cancel())];
        Rank();
        return ended;
    }
}
