using Callout.Contracts;
using static Callout.WorkOrders.WorkOrderState;

namespace Callout.WorkOrders;

// How urgent it is: the priority, the promises that run, and the place in the queue that follows from both.
internal sealed partial class WorkOrder
{
    private static readonly Instant Never = Instant.FromUtc(9000, 1, 1, 0, 0);

    public IReadOnlyList<SlaClock> Clocks { get; private set; } = [];

    /// <summary>What was promised, whole: the clocks can be reckoned from it and the pauses at any time, whatever became of the policy.</summary>
    public SlaTerms? Terms { get; private set; }

    /// <summary>When the work stood still; which of it counts is for the terms to say.</summary>
    public IReadOnlyList<Pause> Pauses { get; private set; } = [];

    /// <summary>Who pays, as it was decided when it was last known who, where and what.</summary>
    public CoverDecision? Cover { get; private set; }

    /// <summary>What missing a promise costs at once, while one can still be missed or has been.</summary>
    public Money? AtStake { get; private set; }

    /// <summary>The next promise that falls due.</summary>
    public Instant? Due { get; private set; }

    /// <summary>A promise was broken and is still not kept.</summary>
    public bool IsLate { get; private set; }

    /// <summary>The next promise that a visit keeps: an answer alone needs nobody there.</summary>
    public Instant? DueOnSite => Clocks.Where(c => c.State == ClockState.Running && c.Kind != ClockKind.Response).Select(c => (Instant?)c.Due).Min();

    /// <summary>Its place in the queue, the least first: emergencies, then by what falls due, then by age.</summary>
    public long Turn { get; private set; }

    public WorkOrderPrioritised Prioritise(Priority priority, string reason)
    {
        Refusal.If(string.IsNullOrWhiteSpace(reason), "work-order.priority-reason", "Say why the priority should be another.");
        Refusal.If(State is Closed or WorkOrderState.Cancelled or CannotComplete, "work-order.ended", "This order has ended; nothing about it changes any more.");
        var from = Priority;
        (Priority, PriorityReason) = (priority, reason);
        Rank();
        return new WorkOrderPrioritised(Id, from, priority);
    }

    /// <summary>What is promised from now on, from the same start. A promise that is no longer made is dropped, unless it was kept or broken already.</summary>
    public void Promise(SlaTerms terms, CoverDecision? cover, BillingRule usual)
    {
        (Terms, Cover, Billing) = (terms, cover, BilledBy(cover, usual));
        Clocks =
        [
            .. Clocks.Where(c => terms.Terms.All(t => (ClockKind)t.Kind != c.Kind) && (!c.IsOpen || c.Breached)),
            .. terms.Terms.Select(t => Clocks.FirstOrDefault(c => c.Kind == (ClockKind)t.Kind) ?? SlaClock.Start(t, AskedAt)),
        ];
        Reckon();
    }

    public SlaBreached? Breach(ClockKind kind, Instant now)
    {
        if (Clocks.SingleOrDefault(c => c.Kind == kind) is not { Breached: false } before || before.Breach(now) is not { Breached: true } broken) return null;
        Clocks = [.. Clocks.Select(c => c == before ? broken : c)];
        Rank();
        return new SlaBreached(Id, kind, broken.Due);
    }

    /// <summary>The rule: the more urgent of what the type says and what the customer says. A person may know better, and says why.</summary>
    private void Judge(Priority usual, Priority? chosen, string? reason)
    {
        var asked = Urgency switch { Urgency.Emergency => Priority.Emergency, Urgency.High => Priority.High, _ => usual };
        var proposed = asked < usual ? asked : usual;
        Refusal.If(chosen is not null && chosen != proposed && string.IsNullOrWhiteSpace(reason), "work-order.priority-reason", $"The rule says {proposed}. Say why the priority should be another.");
        (Priority, PriorityReason) = (chosen ?? proposed, chosen is null ? null : reason);
    }

    public static Bucket BucketOf(WorkOrderState state, HoldReason? reason) => state switch
    {
        Draft or Triaged or AwaitingApproval or Ready => Bucket.Open,
        Scheduled => Bucket.Assigned,
        InProgress => Bucket.InProgress,
        OnHold => reason == WorkOrders.HoldReason.WaitingParts ? Bucket.WaitingForParts : Bucket.Open,
        Completed => Bucket.Completed,
        _ => Bucket.Closed,
    };

    private List<SlaMet> Keep(IReadOnlyCollection<Visit> visits, Instant at)
    {
        List<SlaMet> met = [];
        Keep(ClockKind.Response, State == Draft ? null : at, met);
        Keep(ClockKind.Arrival, visits.Select(v => v.ArrivedAt).Min(), met);
        Keep(ClockKind.Resolution, State == Completed ? visits.Select(v => v.EndedAt).Max() ?? at : null, met);
        Rank();
        return met;
    }

    private void Keep(ClockKind kind, Instant? at, List<SlaMet> met)
    {
        if (at is not { } then || Clocks.FirstOrDefault(c => c.Kind == kind) is not { IsOpen: true } clock) return;
        Clocks = [.. Clocks.Select(c => c == clock ? c.Meet(then, TermOf(kind), Pauses) : c)];
        met.Add(new SlaMet(Id, kind, Clocks.Single(c => c.Kind == kind).Due, then));
    }

    private void StandStill(Contracts.PauseReason reason, Instant at)
    {
        Pauses = [.. Ended(at), new Pause(reason, at)];
        Reckon();
    }

    private void GoOn(Instant at)
    {
        Pauses = Ended(at);
        Reckon();
    }

    /// <summary>The time in between does not count against anyone.</summary>
    private void Reopen(Instant at)
    {
        if (Clocks.FirstOrDefault(c => c.Kind == ClockKind.Resolution)?.MetAt is { } met) Pauses = [.. Ended(at), new Pause(Contracts.PauseReason.Other, met, at)];
        Clocks = [.. Clocks.Select(c => c.Kind == ClockKind.Resolution ? c.Reopen() : c)];
        Reckon();
    }

    // What is usually billed is not where somebody else has agreed to pay for all of it.
    private static BillingRule BilledBy(CoverDecision? cover, BillingRule usual) =>
        usual != BillingRule.Billable || cover is null or { Billable: true } ? usual : cover.Contract is null ? BillingRule.Warranty : BillingRule.Contract;

    private IReadOnlyList<Pause> Ended(Instant at) => [.. Pauses.Select(p => p.Until is null ? p with { Until = at } : p)];

    // A review that sends the work back takes nobody's time, whatever was agreed.
    public SlaTerm? TermOf(ClockKind kind) =>
        Terms?.Terms.FirstOrDefault(t => (ClockKind)t.Kind == kind) is { } term ? term with { PausedBy = [.. term.PausedBy, Contracts.PauseReason.Other] } : null;

    private void Reckon()
    {
        Clocks = [.. Clocks.Select(c => c.Reckon(TermOf(c.Kind), Pauses))];
        Rank();
    }

    private void Rank()
    {
        Bucket = BucketOf(State, HoldReason);
        AtStake = Clocks.Any(c => c.IsOpen || c.Breached) ? Terms?.Penalty?.Once : null;
        Due = Clocks.Where(c => c.State == ClockState.Running).Select(c => (Instant?)c.Due).Min();
        IsLate = Clocks.Any(c => c is { Breached: true, IsOpen: true });
        var seconds = (Due ?? Never).ToUnixTimeSeconds();
        Turn = (Priority == Priority.Emergency || Urgency == Urgency.Emergency && WorkType is null ? 0 : 1_000_000_000_000) + seconds;
    }
}
