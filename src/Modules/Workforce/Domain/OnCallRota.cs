namespace Callout.Workforce;

/// <summary>Technicians who take turns at being rung: each for that many days, from the hour of the first handover.</summary>
internal sealed class OnCallRota : Entity<OnCallRotaId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ResourceId> Turns { get; private set; } = [];

    public LocalDate Starts { get; private set; }

    public LocalTime Handover { get; private set; }

    public int TurnDays { get; private set; }

    public string Zone { get; private set; } = "";

    public static OnCallRota For(BranchId branch, OnCallRotaId id) => new() { Id = id, Branch = branch };

    public OnCallPlanned Plan(string name, IReadOnlyList<ResourceId> turns, LocalDate starts, LocalTime handover, int turnDays, DateTimeZone zone)
    {
        Refusal.If(name.Trim().Length is 0 or > 80, "on-call.name", "Name the rota in at most 80 characters.");
        Refusal.If(turns.Count == 0, "on-call.nobody", "Somebody must be on call.");
        Refusal.If(turnDays is < 1 or > 31, "on-call.turn", "A turn lasts between 1 and 31 days.");
        (Name, Turns, Starts, Handover, TurnDays, Zone) = (name.Trim(), turns, starts, handover, turnDays, zone.Id);
        return new OnCallPlanned(Id, turns, starts, turnDays);
    }

    public IEnumerable<OnCallTurn> Between(Instant from, Instant until)
    {
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        var first = Math.Max(0, Period.DaysBetween(Starts, from.InZone(zone).Date) / TurnDays - 1);
        for (var turn = first; Handed(turn, zone) < until; turn++)
            if (Handed(turn + 1, zone) > from) yield return new OnCallTurn(Id, Turns[turn % Turns.Count], Handed(turn, zone), Handed(turn + 1, zone));
    }

    private Instant Handed(int turn, DateTimeZone zone) => WorkingHours.At(Starts.PlusDays(turn * TurnDays) + Handover, zone);
}
