namespace Callout.Workforce;

[Refuses("technician.inactive")]
public sealed record DeactivateTechnician(ResourceId Technician, long? Seen = null)
{
    internal static readonly DeactivateTechnician Example = new(AddTechnician.Example.Technician);

    internal static async Task<TechnicianDeactivated> Handle(DeactivateTechnician command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct, command.Seen);
        return session.Append(technician, technician.Deactivate());
    }
}
