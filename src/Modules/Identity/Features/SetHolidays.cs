namespace Callout.Identity;

public sealed record HolidayLine(LocalDate Day, string Name);

/// <summary>Puts these public holidays in place of all that were known from <paramref name="From"/> on.</summary>
[Refuses("holidays.before", "holidays.twice", "holidays.name")]
public sealed record SetHolidays(LocalDate From, IReadOnlyList<HolidayLine> Holidays)
{
    internal static readonly SetHolidays Example = new(new(2026, 12, 1), [new(new(2026, 12, 12), "Jamhuri Day"), new(new(2026, 12, 25), "Christmas Day")]);

    internal static async Task<HolidaysSet> Handle(SetHolidays command, Session session, CancellationToken ct)
    {
        Refusal.If(command.Holidays.Any(h => h.Day < command.From), "holidays.before", $"Every holiday must be on {command.From:uuuu-MM-dd} or later.");
        Refusal.If(command.Holidays.DistinctBy(h => h.Day).Count() < command.Holidays.Count, "holidays.twice", "Name each day once.");
        Refusal.If(command.Holidays.Any(h => h.Name.Length is 0 or > 100), "holidays.name", "Give each holiday a name of at most 100 characters.");

        var organisation = await session.Load<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        var known = (await session.Locked<Holiday>().Where(h => h.Day >= command.From).ToListAsync(ct)).ToDictionary(h => h.Day);
        foreach (var line in command.Holidays)
        {
            if (known.Remove(line.Day, out var holiday)) holiday.Name = line.Name;
            else session.Keep(new Holiday { Day = line.Day, Name = line.Name });
        }

        session.Drop(known.Values);
        return session.Append(organisation, new HolidaysSet([.. command.Holidays.Select(h => h.Day).Order()]));
    }
}
