namespace Callout.Workforce;

/// <summary>To another branch: certificates, absences and changed shifts go along, territories do not.</summary>
[Refuses("technician.there-already")]
public sealed record MoveTechnician(ResourceId Technician, BranchId Branch, long? Seen = null)
{
    internal static readonly MoveTechnician Example = new(AddTechnician.Example.Technician, new(new("0199f3a0-0000-7000-8000-00000000b002")));

    internal static async Task<TechnicianMoved> Handle(MoveTechnician command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct, command.Seen);
        var moved = session.Append(technician, technician.MoveTo(command.Branch));
        foreach (var certificate in await session.LoadAll<Certificate>(c => c.Technician == command.Technician, ct)) certificate.MoveTo(command.Branch);
        foreach (var absence in await session.LoadAll<Absence>(a => a.Technician == command.Technician, ct)) absence.MoveTo(command.Branch);
        foreach (var change in await session.LoadAll<ShiftChange>(c => c.Technician == command.Technician, ct)) change.MoveTo(command.Branch);
        return moved;
    }
}
