using static Callout.WorkOrders.VisitState;

namespace Callout.WorkOrders;

/// <summary>One journey of a technician or crew to the work. The office plans it; the field says what became of it.</summary>
internal sealed partial class Visit : Entity<VisitId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public AccountId? Account { get; private init; }

    /// <summary>Its place among the order's visits, from 1.</summary>
    public int Seq { get; private init; }

    public VisitState State { get; private set; }

    public ResourceId? Lead { get; private set; }

    public IReadOnlyList<ResourceId> Crew { get; private set; } = [];

    public Instant? Start { get; private set; }

    public Instant? End { get; private set; }

    /// <summary>The way there, before the start: it takes the crew's time too.</summary>
    public int TravelMinutes { get; private set; }

    /// <summary>The day on the branch's calendar that the visit is shown on.</summary>
    public LocalDate? Day { get; private set; }

    public VisitOutcome? Outcome { get; private set; }

    public string? Reason { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>When the time to answer ran out, while it is still unanswered.</summary>
    public Instant? UnansweredSince { get; private set; }

    public Instant? SafetyAcknowledged { get; private set; }

    /// <summary>A manager has said that these people may go though they lack something.</summary>
    public bool FitnessOverruled { get; private set; }

    public JobSheet Job { get; private set; } = null!;

    public IReadOnlyList<VisitStep> Steps { get; private set; } = [];

    public IReadOnlyList<ChecklistAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<UsedPart> Parts { get; private set; } = [];

    public IReadOnlyList<ApprovedExtra> Extras { get; private set; } = [];

    public Brief Brief { get; private set; } = Brief.None;

    public Signature? Signature { get; private set; }

    /// <summary>Declined by who was to come, and given to nobody yet.</summary>
    public bool IsDeclined => State == Scheduled && Lead is null;

    public VisitSign? Says => IsDeclined ? VisitSign.Wanted : DerivedState.Signs.TryGetValue(State, out var sign) ? sign : null;

    /// <summary>Somebody was there, or tried; a visit that was called off has not ended, it has not been.</summary>
    public bool HasEnded => State is Completed or Incomplete or NoAccess;

    public bool IsOpen => Says is not null;

    /// <summary>Null while nobody has arrived.</summary>
    public Instant? ArrivedAt => Arrived(Steps);

    public Instant? EndedAt => Ended(State, Steps);

    public static Instant? Arrived(IReadOnlyList<VisitStep> steps) =>
        steps.Where(s => s.State is OnSite or Working or Completed or Incomplete).Select(s => (Instant?)s.At).Min();

    public static Instant? Ended(VisitState state, IReadOnlyList<VisitStep> steps) =>
        state is Completed or Incomplete or NoAccess ? steps.LastOrDefault(s => s.State == state)?.At : null;

    public static (Visit, VisitWanted) Want(VisitId id, WorkOrder order, int seq)
    {
        var visit = new Visit { Id = id, Branch = order.Branch, WorkOrder = order.Id, Account = order.Account, Seq = seq, Job = JobSheet.Of(order) };
        return (visit, new VisitWanted(id, order.Id));
    }

    public static (Visit, VisitPlanned) Plan(VisitId id, WorkOrder order, int seq, Booking booking)
    {
        var (visit, _) = Want(id, order, seq);
        visit.Take(VisitMove.Plan);
        visit.Book(booking);
        return (visit, new VisitPlanned(id, order.Id, booking.Lead, booking.Start, booking.End));
    }

    public VisitRescheduled Reschedule(Booking booking)
    {
        Take(VisitMove.Plan);
        Book(booking);
        return new VisitRescheduled(Id, WorkOrder, booking.Lead, booking.Start, booking.End);
    }

    public VisitReassigned Reassign(Booking booking)
    {
        Refusal.If(Lead == booking.Lead, "visit.already-theirs", "This technician has the visit already.");
        var from = Lead;
        Reschedule(booking);
        return new VisitReassigned(Id, WorkOrder, from, booking.Lead);
    }

    /// <summary>The same time for somebody else.</summary>
    public Booking For(ResourceId lead)
    {
        Refusal.If(Start is null, "visit.no-time", "This visit has no time yet; plan it instead.");
        return new Booking(lead, [.. Crew.Where(c => c != lead)], Start!.Value, End!.Value, TravelMinutes, Day!.Value);
    }

    public VisitUnscheduled Unschedule()
    {
        Take(VisitMove.Unschedule);
        (Lead, Crew, Start, End, Day, TravelMinutes) = (null, [], null, null, null, 0);
        return new VisitUnscheduled(Id, WorkOrder);
    }

    /// <summary>Somebody who may sends out people who lack something, and says why.</summary>
    public VisitFitnessOverridden Overrule(string reason)
    {
        (Remark, FitnessOverruled) = (reason.Trim(), true);
        return new VisitFitnessOverridden(Id, WorkOrder);
    }

    /// <summary>Somebody is booked when they do not work, and whoever does it says why.</summary>
    public VisitHoursOverridden WorkOutsideHours(string reason)
    {
        Remark = reason.Trim();
        return new VisitHoursOverridden(Id, WorkOrder);
    }

    public VisitDispatched Dispatch()
    {
        Refusal.If(State == Scheduled && Lead is null, "visit.no-technician", "Choose a technician before sending this visit out.");
        Take(VisitMove.Dispatch);
        return new VisitDispatched(Id, WorkOrder);
    }

    /// <summary>Nobody has said that they come, and the time to say so is over. Null when there is nothing to tell, or it was told.</summary>
    public VisitUnanswered? Miss(Instant now)
    {
        if (State != Dispatched || UnansweredSince is not null) return null;
        UnansweredSince = now;
        return new VisitUnanswered(Id, WorkOrder, Lead!.Value);
    }

    public VisitCancelled Cancel(string? remark)
    {
        Take(VisitMove.Cancel);
        Remark = remark;
        return new VisitCancelled(Id, WorkOrder);
    }

    public VisitExpired Expire()
    {
        Take(VisitMove.Expire);
        return new VisitExpired(Id, WorkOrder);
    }

    /// <summary>The order says something new: the phone's sheet follows while the visit is open.</summary>
    public void Inform(WorkOrder order, Brief brief) => (Job, Brief) = (JobSheet.Of(order), brief);

    private void Book(Booking booking)
    {
        FitnessOverruled &= Lead == booking.Lead && booking.Crew.All(Crew.Contains);
        (Lead, Crew, Start, End, Day, TravelMinutes) = (booking.Lead, booking.Crew, booking.Start, booking.End, booking.Day, booking.TravelMinutes);
    }

    private void Take(VisitMove move) => Become(VisitMoves.To(State, move));

    private void Become(VisitState state) => (State, UnansweredSince) = (state, null);
}

/// <summary>Who comes when.</summary>
/// <param name="Day">On the site's calendar.</param>
internal sealed record Booking(ResourceId Lead, IReadOnlyList<ResourceId> Crew, Instant Start, Instant End, int TravelMinutes, LocalDate Day)
{
    private static readonly Duration Longest = Duration.FromDays(31);

    public Booking Checked()
    {
        Refusal.If(End <= Start, "visit.ends-before-start", "A visit must end after it starts.");
        Refusal.If(End - Start > Longest, "visit.too-long", "A visit lasts 31 days at most; plan several.");
        Refusal.If(TravelMinutes is < 0 or > 1440, "visit.travel", "The way there takes between 0 minutes and a day.");
        Refusal.If(Crew.Contains(Lead) || Crew.Distinct().Count() != Crew.Count, "visit.crew-twice", "Somebody is named twice in this crew.");
        return this;
    }
}
