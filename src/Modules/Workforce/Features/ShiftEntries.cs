namespace Callout.Workforce;

/// <summary>What Workforce itself puts into a technician's calendar: shifts, turns on call, and times away.</summary>
internal static class ShiftEntries
{
    public static async Task<IReadOnlyList<CalendarEntry>> Of(ResourceId technician, Instant from, Instant until, Reading reading, CancellationToken ct)
    {
        var owner = await reading.Get<Technician, ResourceId>(technician, ct);
        var shifts = await Roster.Of(technician, from.InZone(owner.Zone).Date, until.InZone(owner.Zone).Date, reading, ct);
        var turns = (await Roster.OnCall(owner.Branch, from, until, reading, ct)).Where(t => t.Technician == technician);
        var absences = await reading.Of<Absence>().Where(a => a.Technician == technician && a.State == AbsenceState.Approved).ToListAsync(ct);
        return
        [
            .. shifts.Select(s => new CalendarEntry($"shift-{s.Technician}-{s.Start.ToUnixTimeSeconds()}", s.Start, s.End, "Shift")),
            .. turns.Select(t => new CalendarEntry($"on-call-{t.Rota}-{t.Start.ToUnixTimeSeconds()}", t.Start, t.End, "On call")),
            .. absences.Select(a => new CalendarEntry($"absence-{a.Id}", WorkingHours.At(a.From, owner.Zone), WorkingHours.At(a.Until, owner.Zone), "Away")).Where(e => e.End > from && e.Start < until),
        ];
    }
}
