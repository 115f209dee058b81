using static Callout.WorkOrders.VisitState;

namespace Callout.WorkOrders;

// What the field reports. A change of plan meanwhile does not undo what happened: it becomes a deviation.
internal sealed partial class Visit
{
    /// <summary>How long after a tap it may still be put right from the field.</summary>
    private static readonly Duration CorrectableFor = Duration.FromHours(12);

    public VisitAccepted Accept(Tap tap) => new(Id, WorkOrder, Take(VisitMove.Accept, tap));

    public VisitDeclined Decline(Tap tap, string? remark)
    {
        var (by, deviation) = (Lead, Take(VisitMove.Decline, tap));
        (Lead, Crew, Remark) = (null, [], remark);
        return new(Id, WorkOrder, by, deviation);
    }

    public VisitTravelling Travel(Tap tap) => new(Id, WorkOrder, Take(VisitMove.Travel, tap));

    public VisitArrived Arrive(Tap tap) => new(Id, WorkOrder, Take(VisitMove.Arrive, tap));

    public VisitWorkStarted Work(Tap tap, bool safetyAcknowledged)
    {
        Refusal.If(Job.Safety.Count > 0 && SafetyAcknowledged is null && !safetyAcknowledged, "visit.safety", $"Read and acknowledge first: {string.Join(" ", Job.Safety)}");
        if (safetyAcknowledged) SafetyAcknowledged ??= tap.At;
        return new(Id, WorkOrder, Take(VisitMove.Work, tap));
    }

    public VisitPaused Pause(Tap tap, PauseReason reason)
    {
        var deviation = Take(VisitMove.Pause, tap with { Pause = reason });
        return new(Id, WorkOrder, reason, deviation);
    }

    public VisitCompleted Complete(Tap tap, VisitOutcome outcome)
    {
        Refusal.If(State == Completed, "visit.already-completed", "This visit is already completed; add a note or ask for it to be reopened.");

        var deviation = Take(VisitMove.Complete, tap);
        if (Job.Safety.Count > 0 && SafetyAcknowledged is null) deviation ??= Deviation.SafetyNotAcknowledged;
        Outcome = outcome;
        return new(Id, WorkOrder, outcome, deviation);
    }

    public VisitIncomplete ReportIncomplete(Tap tap, IncompleteReason reason, string? remark)
    {
        var deviation = Take(VisitMove.ReportIncomplete, tap);
        (Reason, Remark) = (reason.ToString(), remark);
        return new(Id, WorkOrder, reason, deviation);
    }

    public VisitHadNoAccess ReportNoAccess(Tap tap, NoAccessReason reason, string? remark)
    {
        var deviation = Take(VisitMove.ReportNoAccess, tap);
        (Reason, Remark) = (reason.ToString(), remark);
        return new(Id, WorkOrder, reason, deviation);
    }

    /// <summary>Mends a tap by mistake. The step that was wrong stays in the history, marked by this one.</summary>
    public VisitCorrected Correct(Tap tap, VisitState to, string remark, bool fromOffice)
    {
        Refusal.If(Steps.Count == 0 || !VisitMoves.Facts.Values.Append(Scheduled).Contains(to) || to == State, "visit.not-correctable", "Only a step that was reported from the field can be corrected, and to another one.");
        Refusal.If(!fromOffice && tap.Now - Steps[^1].At > CorrectableFor, "visit.too-late-to-correct", "After 12 hours only the office can correct a visit.");

        var from = State;
        Become(to);
        Remark = remark;
        if (to is not Completed) Outcome = null;
        Steps = [.. Steps, tap.Step(to) with { Corrects = true }];
        return new VisitCorrected(Id, WorkOrder, from, to, tap.At);
    }

    public ChecklistAnswered Answer(ChecklistAnswer answer)
    {
        Answers = [.. Answers.Where(a => a.Item != answer.Item), answer];
        return new ChecklistAnswered(Id, WorkOrder, answer.Item, answer.InLimits);
    }

    public VisitPartUsed Use(UsedPart part, Tap tap)
    {
        Refusal.If(string.IsNullOrWhiteSpace(part.Code), "part.nameless", "Give the part's number, or write what it is.");
        Refusal.If(part.Quantity is < 0 or > 1_000_000, "part.quantity", "Say how much was used; 0 takes it back.");
        Parts = [.. Parts.Where(p => p.Use != part.Use), .. part.Quantity == 0 ? Array.Empty<UsedPart>() : [part]];
        return new VisitPartUsed(Id, WorkOrder, part.Use, part.Code, part.Quantity, part.Unit, part.Serial, Differs(tap));
    }

    public VisitExtraApproved Approve(ApprovedExtra extra, Tap tap)
    {
        Refusal.If(string.IsNullOrWhiteSpace(extra.What), "extra.nameless", "Say what is done beside what was asked for.");
        Refusal.If(string.IsNullOrWhiteSpace(extra.ApprovedBy), "extra.nobody", "Write the name of who agreed.");
        Refusal.If(extra.Price.Minor < 0, "extra.price", "An extra has a price of 0 or more.");
        Extras = [.. Extras.Where(e => e.Extra != extra.Extra), extra];
        return new VisitExtraApproved(Id, WorkOrder, extra.Extra, extra.Price, Differs(tap));
    }

    public VisitSigned Sign(Signature signature)
    {
        Signature = signature;
        return new VisitSigned(Id, WorkOrder, signature.ShownHash);
    }

    private Deviation? Take(VisitMove move, Tap tap)
    {
        var deviation = Differs(tap);
        Take(move);
        Steps = [.. Steps, tap.Step(State)];
        return deviation;
    }

    private Deviation? Differs(Tap tap)
    {
        if (State is Tentative or Cancelled or Expired) return Deviation.NotPlanned;
        if (!tap.OrderIsOpen) return Deviation.OrderNotOpen;
        return tap.By is { } by && by != Lead && !Crew.Contains(by) ? Deviation.DoneByAnother : null;
    }
}
