namespace Callout.Workforce;

/// <summary>A time away: requested, then approved or refused. Its times are on the technician's own calendar.</summary>
internal sealed class Absence : Entity<AbsenceId>, IInBranch
{
    public BranchId Branch { get; private set; }

    public ResourceId Technician { get; private init; }

    public AbsenceKind Kind { get; private set; }

    public LocalDateTime From { get; private init; }

    public LocalDateTime Until { get; private init; }

    public string? Note { get; private set; }

    public AbsenceState State { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Answer { get; private set; }

    public static (Absence, AbsenceRequested) Request(AbsenceId id, Technician technician, AbsenceKind kind, LocalDateTime from, LocalDateTime until, string? note)
    {
        Refusal.If(until <= from, "absence.ends-before-start", "An absence must end after it starts.");
        Refusal.If(note?.Length > 500, "absence.note-too-long", "Keep the note under 500 characters.");
        var absence = new Absence { Id = id, Branch = technician.Branch, Technician = technician.Id, Kind = kind, From = from, Until = until, Note = note?.Trim() };
        return (absence, new AbsenceRequested(id, technician.Id, from, until));
    }

    public void MoveTo(BranchId branch) => Branch = branch;

    public AbsenceApproved Approve()
    {
        MustBe(AbsenceState.Requested);
        State = AbsenceState.Approved;
        return new AbsenceApproved(Id, Technician, From, Until);
    }

    public AbsenceRefused Refuse(string reason)
    {
        MustBe(AbsenceState.Requested);
        Refusal.If(reason.Trim().Length is 0 or > 500, "absence.reason", "Say why, in at most 500 characters.");
        (State, Answer) = (AbsenceState.Refused, reason.Trim());
        return new AbsenceRefused(Id, Technician);
    }

    public AbsenceWithdrawn Withdraw()
    {
        MustBe(AbsenceState.Requested, AbsenceState.Approved);
        State = AbsenceState.Withdrawn;
        return new AbsenceWithdrawn(Id, Technician);
    }

    public AbsenceForgotten Forget()
    {
        (Kind, Note, Answer) = (AbsenceKind.Other, null, null);
        return new AbsenceForgotten(Id, Technician);
    }

    /// <summary>What is left of a shift, in up to two pieces. A break stays with the piece that can hold it.</summary>
    public IEnumerable<Shift> CutFrom(Shift shift, DateTimeZone zone)
    {
        var (from, until) = (WorkingHours.At(From, zone), WorkingHours.At(Until, zone));
        if (until <= shift.Start || from >= shift.End)
        {
            yield return shift;
            yield break;
        }

        if (from > shift.Start) yield return Piece(shift, shift.Start, from);
        if (until < shift.End) yield return Piece(shift, until, shift.End);
    }

    private static Shift Piece(Shift shift, Instant start, Instant end)
    {
        var breaks = shift.Breaks.Select(b => b with { Earliest = Instant.Max(b.Earliest, start), Latest = Instant.Min(b.Latest, end) });
        return shift with { Start = start, End = end, Breaks = [.. breaks.Where(b => b.Latest - b.Earliest >= b.Length)] };
    }

    private void MustBe(params AbsenceState[] states) =>
        Refusal.If(!states.Contains(State), "absence.settled", $"This absence is {State.ToString().ToLowerInvariant()}; it must be {string.Join(" or ", states).ToLowerInvariant()}.");
}
