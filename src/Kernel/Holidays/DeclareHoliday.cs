namespace Callout.Kernel;

[Refuses("holiday.region", "holiday.name", "holiday.declared-already")]
public sealed record DeclareHoliday(PublicHolidayId Holiday, string Region, LocalDate Date, string Name)
{
    internal static readonly DeclareHoliday Example = new(new(new("0199f3a0-0000-7000-8000-000000000101")), "KE", new(2026, 12, 12), "Jamhuri Day");

    internal static async Task<HolidayDeclared> Handle(DeclareHoliday command, Session session, CancellationToken ct)
    {
        var (holiday, declared) = PublicHoliday.Declare(command.Holiday, command.Region, command.Date, command.Name);
        var known = await session.Of<PublicHoliday>().AnyAsync(h => h.Region == holiday.Region && h.Date == holiday.Date && !h.Withdrawn, ct);
        Refusal.If(known, "holiday.declared-already", $"{holiday.Date:uuuu-MM-dd} is a holiday in {holiday.Region} already.");
        return session.Add(holiday, declared);
    }
}

[Refuses("holiday.withdrawn")]
public sealed record WithdrawHoliday(PublicHolidayId Holiday)
{
    internal static readonly WithdrawHoliday Example = new(DeclareHoliday.Example.Holiday);

    internal static async Task<HolidayWithdrawn> Handle(WithdrawHoliday command, Session session, CancellationToken ct)
    {
        var holiday = await session.Load<PublicHoliday, PublicHolidayId>(command.Holiday, ct);
        return session.Append(holiday, holiday.Withdraw());
    }
}
