using Callout.WorkOrders;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static Callout.WorkOrders.WorkOrderMove;
using static Callout.WorkOrders.WorkOrderState;

namespace Callout.Modules.Tests.WorkOrders;

/// <summary>Random walks over orders and visits, held to a model that is written down here a second time.</summary>
public sealed class OrderStateTests
{
    private const string Seed = "20261122,16180339";

    private static readonly Dictionary<WorkOrderState, WorkOrderMove[]> Model = new()
    {
        [Draft] = [Triage, Cancel],
        [Triaged] = [Triage, Cancel],
        [AwaitingApproval] = [Approve, Reject, Cancel],
        [Ready] = [Triage, Plan, Hold, GiveUp, Cancel],
        [Scheduled] = [Plan, Hold, GiveUp, Cancel],
        [InProgress] = [Plan, Hold, GiveUp, Cancel],
        [OnHold] = [Hold, Release, GiveUp, Cancel],
        [Completed] = [Close, SendBack],
        [Closed] = [], [CannotComplete] = [], [Cancelled] = [],
    };

    [Property(Replay = Seed, MaxTest = 500)]
    public void An_order_goes_only_where_the_model_lets_it_and_says_what_is_legal_instead(byte[] steps, bool needsApproval)
    {
        var walk = new Walk(needsApproval);
        foreach (var step in steps)
        {
            var (move, before) = ((WorkOrderMove)(step % Enum.GetValues<WorkOrderMove>().Length), walk.Order.State);
            var refusal = Record.Exception(() => walk.Do(move)) as Refusal;
            Assert.Equal(!Model[before].Contains(move), refusal is { Code: "work-order.illegal" });
            if (refusal is null) continue;
            Assert.Equal(before, walk.Order.State);
            foreach (var legal in Model[before]) Assert.Contains(House.Kebab(legal.ToString()).Replace('-', ' '), refusal.Message);
        }
    }

    [Fact]
    public void The_published_moves_are_the_models() =>
        Assert.All(Enum.GetValues<WorkOrderState>(), state => Assert.Equal(Model[state].Order(), WorkOrderMoves.From(state).Order()));

    /// <summary>The sentence of the trade, said without the table: any visit under way, else any booked, else how the last one ended.</summary>
    [Property(Replay = Seed, MaxTest = 1000)]
    public void An_order_is_where_its_visits_put_it(byte[] taps, bool proofMissing)
    {
        var walk = new Walk(false);
        walk.Do(Triage);
        foreach (var tap in taps)
        {
            walk.Tap(tap);
            walk.Order.Follow(walk.Visits, proofMissing, Walk.Noon);
            Assert.Equal(Said(walk.Visits, proofMissing), walk.Order.State);
        }
    }

    [Property(Replay = Seed, MaxTest = 500)]
    public void A_visit_never_leaves_an_end_but_by_a_fact_from_the_field_and_then_with_a_deviation(byte[] taps)
    {
        var walk = new Walk(false);
        walk.Do(Triage);
        foreach (var tap in taps)
        {
            var before = walk.Visits.ToDictionary(v => v, v => v.State);
            var happened = walk.Tap(tap);
            foreach (var (visit, state) in before.Where(b => b.Value is VisitState.Completed or VisitState.Incomplete or VisitState.NoAccess)) Assert.Equal(state, visit.State);
            foreach (var (visit, state) in before.Where(b => b.Value is VisitState.Cancelled && b.Key.State != b.Value)) Assert.Equal(Deviation.NotPlanned, Assert.IsAssignableFrom<IFieldFact>(happened).Deviation);
        }
    }

    private static WorkOrderState Said(IReadOnlyList<Visit> visits, bool proofMissing)
    {
        if (visits.Any(v => v.State is VisitState.EnRoute or VisitState.OnSite or VisitState.Working or VisitState.Paused)) return InProgress;
        if (visits.Any(v => v.State is VisitState.Scheduled && v.Lead is not null || v.State is VisitState.Dispatched or VisitState.Accepted)) return Scheduled;
        var last = visits.LastOrDefault(v => v.State is VisitState.Completed or VisitState.Incomplete or VisitState.NoAccess);
        if (last is not { State: VisitState.Completed, Outcome: VisitOutcome.Fixed }) return Ready;
        return proofMissing || visits.Any(v => v.State is VisitState.Tentative || v.State is VisitState.Scheduled && v.Lead is null) ? InProgress : Completed;
    }
}
