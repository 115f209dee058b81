using static Callout.WorkOrders.WorkOrderState;

namespace Callout.WorkOrders;

// How urgent it is: the priority, the promises that run, and the place in the queue that follows from both.
internal sealed partial class WorkOrder
{
    private static readonly Instant Never = Instant.FromUtc(9000, 1, 1, 0, 0);

    public IReadOnlyList<SlaClock> Clocks { get; private set; } = [];

    public IReadOnlyList<HoldReason> PausedBy { get; private set; } = [];

    public IReadOnlyList<SlaTarget> Targets { get; private set; } = [];

    /// <summary>The next promise that falls due.</summary>
    public Instant? Due { get; private set; }

    /// <summary>Its place in the queue, the least first: emergencies, then by what falls due, then by age.</summary>
    public long Turn { get; private set; }

    public WorkOrderPrioritised Prioritise(Priority priority, string reason)
    {
        Refusal.If(string.IsNullOrWhiteSpace(reason), "work-order.priority-reason", "Say why the priority should be another.");
        Refusal.If(State is Closed or WorkOrderState.Cancelled or CannotComplete, "work-order.ended", "This order has ended; nothing about it changes any more.");
        var from = Priority;
        (Priority, PriorityReason) = (priority, reason);
        Promise();
        return new WorkOrderPrioritised(Id, from, priority);
    }

    public SlaBreached? Breach(ClockKind kind, Instant now)
    {
        var before = Clocks.SingleOrDefault(c => c.Kind == kind);
        Clocks = [.. Clocks.Select(c => c.Kind == kind ? c.Breach(now) : c)];
        Rank();
        return before is { Breached: false } && Clocks.Single(c => c.Kind == kind) is { Breached: true } clock ? new SlaBreached(Id, kind, clock.Due) : null;
    }

    /// <summary>The rule: the more urgent of what the type says and what the customer says. A person may know better, and says why.</summary>
    private void Judge(Priority usual, Priority? chosen, string? reason)
    {
        var asked = Urgency switch { Urgency.Emergency => Priority.Emergency, Urgency.High => Priority.High, _ => usual };
        var proposed = asked < usual ? asked : usual;
        Refusal.If(chosen is not null && chosen != proposed && string.IsNullOrWhiteSpace(reason), "work-order.priority-reason", $"The rule says {proposed}. Say why the priority should be another.");
        (Priority, PriorityReason) = (chosen ?? proposed, chosen is null ? null : reason);
    }

    private void Promise(Template template)
    {
        (Targets, PausedBy) = (template.Sla, template.PausedBy);
        Promise();
    }

    private void Promise()
    {
        var mine = Targets.Where(t => t.Priority == Priority).ToDictionary(t => t.Clock, t => t.Minutes);
        Clocks = [.. Clocks.Where(c => !mine.ContainsKey(c.Kind)), .. mine.Select(m => Clocks.FirstOrDefault(c => c.Kind == m.Key)?.Promise(m.Value) ?? new SlaClock(m.Key, AskedAt, m.Value))];
        Rank();
    }

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
        Clocks = [.. Clocks.Select(c => c == clock ? c.Meet(then) : c)];
        met.Add(new SlaMet(Id, kind, clock.Due, then));
    }

    private void StandStill(Instant at)
    {
        Clocks = [.. Clocks.Select(c => PausedBy.Contains(HoldReason!.Value) ? c.Pause(at) : c.Resume(at))];
        Rank();
    }

    private void GoOn(Instant at)
    {
        Clocks = [.. Clocks.Select(c => c.Resume(at))];
        Rank();
    }

    private void Reopen(Instant at)
    {
        Clocks = [.. Clocks.Select(c => c.Kind == ClockKind.Resolution ? c.Reopen(at) : c)];
        Rank();
    }

    private void Rank()
    {
        Bucket = State switch
        {
            Draft or Triaged or AwaitingApproval or Ready => Bucket.Open,
            Scheduled => Bucket.Assigned,
            InProgress => Bucket.InProgress,
            OnHold => HoldReason == WorkOrders.HoldReason.WaitingParts ? Bucket.WaitingForParts : Bucket.Open,
            Completed => Bucket.Completed,
            _ => Bucket.Closed,
        };
        Due = Clocks.Where(c => c.State == ClockState.Running).Select(c => (Instant?)c.Due).Min();
        var seconds = (Due ?? Never).ToUnixTimeSeconds();
        Turn = (Priority == Priority.Emergency || Urgency == Urgency.Emergency && WorkType is null ? 0 : 1_000_000_000_000) + seconds;
    }
}
