namespace Callout.Workforce;

[Refuses("technician.active")]
public sealed record ActivateTechnician(ResourceId Technician, long? Seen = null)
{
    internal static readonly ActivateTechnician Example = new(AddTechnician.Example.Technician);

    internal static async Task<TechnicianActivated> Handle(ActivateTechnician command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct, command.Seen);
        return session.Append(technician, technician.Activate());
    }
}
