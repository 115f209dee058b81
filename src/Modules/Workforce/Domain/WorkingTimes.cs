namespace Callout.Workforce;

/// <summary>All that decides when technicians work on some days: patterns, changes, public holidays and absences, read at once.</summary>
internal sealed class WorkingTimes(
    LocalDate from, LocalDate until, IReadOnlyDictionary<ShiftPatternId, ShiftPattern> patterns,
    ILookup<string, LocalDate> holidays, ILookup<ResourceId, ShiftChange> changes, ILookup<ResourceId, Absence> absences)
{
    public static async Task<WorkingTimes> Of(List<ResourceId> technicians, LocalDate from, LocalDate until, Reading reading, CancellationToken ct)
    {
        var (first, last) = (from.AtMidnight(), until.PlusDays(2).AtMidnight());
        var patterns = await reading.Of<ShiftPattern>().ToDictionaryAsync(p => p.Id, ct);
        var holidays = await Holidays.Of(patterns.Values.Select(p => p.Holidays).OfType<string>(), from, until, reading, ct);
        var changes = await reading.Of<ShiftChange>().Where(c => technicians.Contains(c.Technician) && c.Day >= from && c.Day <= until && !c.Restored).ToListAsync(ct);
        var absences = await reading.Of<Absence>()
            .Where(a => technicians.Contains(a.Technician) && a.State == AbsenceState.Approved && a.From < last && a.Until > first).ToListAsync(ct);
        return new(from, until, patterns, holidays, changes.ToLookup(c => c.Technician), absences.ToLookup(a => a.Technician));
    }

    public IEnumerable<Shift> Shifts(Technician technician)
    {
        for (var day = from; day <= until; day = day.PlusDays(1))
            foreach (var hours in HoursOn(technician, day))
                foreach (var shift in Present(WorkingHours.Shift(technician.Id, day, hours, technician.Zone), technician)) yield return shift;
    }

    private IEnumerable<PatternHours> HoursOn(Technician technician, LocalDate day)
    {
        if (changes[technician.Id].LastOrDefault(c => c.Day == day) is { } change) return change.Hours;
        if (technician.PatternOn(day) is not { } id || !patterns.TryGetValue(id, out var pattern)) return [];
        return pattern.Holidays is { } region && holidays[region].Contains(day) ? [] : pattern.On(day).OrderBy(h => h.Start);
    }

    private IEnumerable<Shift> Present(Shift shift, Technician technician) =>
        absences[technician.Id].Aggregate(new[] { shift }.AsEnumerable(), (rest, absence) => rest.SelectMany(s => absence.CutFrom(s, technician.Zone)));
}
