namespace Callout.Workforce;

/// <summary>Gives the calendar a new address, when the old one fell into other hands.</summary>
public sealed record RenewCalendar(ResourceId Technician)
{
    internal static readonly RenewCalendar Example = new(AddTechnician.Example.Technician);

    internal static async Task<CalendarRenewed> Handle(RenewCalendar command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct);
        return session.Append(technician, technician.RenewCalendar());
    }
}
