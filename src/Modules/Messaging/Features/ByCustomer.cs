namespace Callout.Messaging;

/// <summary>What a customer may do through the link of one visit, and until when.</summary>
internal static class Policy
{
    public static readonly Duration Notice = Duration.FromHours(2);

    public static bool MayChange(VisitSummary visit, Instant now) =>
        visit is { State: VisitState.Scheduled or VisitState.Dispatched or VisitState.Accepted, Start: { } start } && start - now >= Notice;

    public static void Check(VisitSummary visit, Instant now) =>
        Refusal.If(!MayChange(visit, now), "tracking.too-late", "It is too late to change this here; ring us instead.");
}

[Refuses("tracking.too-late")]
public sealed record CancelByCustomer(VisitId Visit)
{
    internal static readonly CancelByCustomer Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")));

    internal static async Task<VisitCancelled> Handle(CancelByCustomer command, Session session, CancellationToken ct)
    {
        Policy.Check(await Visits.Of(command.Visit, session, ct), session.Now);
        return await session.Run<VisitCancelled>(new CancelVisit(command.Visit, "Cancelled by the customer"), ct);
    }
}

/// <summary>The visit goes back to be planned, with what the customer would rather have.</summary>
[Refuses("tracking.too-late", "tracking.wish")]
public sealed record AskAnotherTime(VisitId Visit, string Wish)
{
    internal static readonly AskAnotherTime Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")), "Tuesday morning, please");

    internal static async Task<VisitUnscheduled> Handle(AskAnotherTime command, Session session, CancellationToken ct)
    {
        Refusal.If(string.IsNullOrWhiteSpace(command.Wish) || command.Wish.Length > 500, "tracking.wish", "Say when it would suit, in at most 500 characters.");
        var visit = await Visits.Of(command.Visit, session, ct);
        Policy.Check(visit, session.Now);
        await session.Run<NoteAdded>(new AddNote(session.New<NoteId>(), visit.WorkOrder, $"The customer asks for another time: {command.Wish.Trim()}", visit.Id, Shared: true), ct);
        return await session.Run<VisitUnscheduled>(new UnscheduleVisit(visit.Id), ct);
    }
}

/// <summary>The customer takes one of the times that were offered. What somebody else took meanwhile is refused.</summary>
[Refuses("tracking.too-late", "tracking.slot-gone", "visit.overlaps")]
public sealed record MoveByCustomer(VisitId Visit, Instant From)
{
    internal static readonly MoveByCustomer Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")), Instant.FromUtc(2026, 11, 24, 6, 0));

    internal static async Task<VisitRescheduled> Handle(MoveByCustomer command, Session session, CancellationToken ct)
    {
        var visit = await Visits.Of(command.Visit, session, ct);
        Policy.Check(visit, session.Now);
        var slots = await Scheduling.Slots.For(visit.Id, session.Now + Policy.Notice, session, ct);
        var slot = slots.FirstOrDefault(s => s.From == command.From) ?? throw new Refusal("tracking.slot-gone", "Somebody else took this time a moment ago; choose another.");
        var zone = visit.Site is { } site ? (await Sites.Of(site, session, ct)).Zone : DateTimeZone.Utc;
        return await session.Run<VisitRescheduled>(new RescheduleVisit(visit.Id, slot.Technician, slot.Start, slot.End, zone, slot.TravelMinutes), ct);
    }
}

/// <summary>The customer says that it is done, or what is still wrong: then the order has it as a note.</summary>
[Refuses("rating.too-early", "tracking.wish")]
public sealed record ConfirmByCustomer(VisitId Visit, bool IsDone, string? Wrong = null)
{
    internal static readonly ConfirmByCustomer Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")), true);

    internal static async Task<CompletionConfirmed> Handle(ConfirmByCustomer command, Session session, CancellationToken ct)
    {
        var visit = await Visits.Of(command.Visit, session, ct);
        Refusal.If(visit.State != VisitState.Completed, "rating.too-early", "Tell us how it went once the work is done.");
        Refusal.If(!command.IsDone && (string.IsNullOrWhiteSpace(command.Wrong) || command.Wrong.Length > 2000), "tracking.wish", "Say what is still wrong, in at most 2,000 characters.");
        if (!command.IsDone) await session.Run<NoteAdded>(new AddNote(session.New<NoteId>(), visit.WorkOrder, $"The customer says that something is still wrong: {command.Wrong!.Trim()}", visit.Id, Shared: true), ct);
        var tracking = await session.Load<Tracking, TrackingId>(Tracking.IdOf(command.Visit), ct);
        return session.Append(tracking, tracking.Confirm(command.IsDone));
    }
}

[Refuses("note.empty", "note.too-long")]
public sealed record LeaveNote(VisitId Visit, string Text)
{
    internal static readonly LeaveNote Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")), "The gate code is at the guard's");

    internal static async Task<NoteAdded> Handle(LeaveNote command, Session session, CancellationToken ct)
    {
        var visit = await Visits.Of(command.Visit, session, ct);
        return await session.Run<NoteAdded>(new AddNote(session.New<NoteId>(), visit.WorkOrder, command.Text, visit.Id, Shared: true), ct);
    }
}

[Refuses("request.not-waiting", "tracking.answer")]
public sealed record AnswerByCustomer(ServiceRequestId Request, string Text)
{
    internal static readonly AnswerByCustomer Example = new(ReportFault.Example.Request, "The one at the back");

    internal static async Task<RequestAnswered> Handle(AnswerByCustomer command, Session session, CancellationToken ct)
    {
        Refusal.If(string.IsNullOrWhiteSpace(command.Text) || command.Text.Length > 2000, "tracking.answer", "Write your answer, in at most 2,000 characters.");
        return await session.Run<RequestAnswered>(new AnswerRequest(command.Request, command.Text.Trim()), ct);
    }
}

[Refuses("rating.range", "rating.too-long", "rating.too-early")]
public sealed record RateVisit(VisitId Visit, int Rating, string? Words = null)
{
    internal static readonly RateVisit Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")), 5, "Quick and clean");

    internal static async Task<VisitRated> Handle(RateVisit command, Session session, CancellationToken ct)
    {
        Refusal.If((await Visits.Of(command.Visit, session, ct)).State != VisitState.Completed, "rating.too-early", "Tell us how it went once the work is done.");
        var tracking = await session.Load<Tracking, TrackingId>(Tracking.IdOf(command.Visit), ct);
        return session.Append(tracking, tracking.Rate(command.Rating, command.Words));
    }
}
