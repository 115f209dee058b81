namespace Callout.Workforce;

[Refuses("technician.name", "place.off-the-map", "territory.elsewhere")]
public sealed record ChangeTechnician(ResourceId Technician, string Name, TechnicianProfile Profile, long? Seen = null)
{
    internal static readonly ChangeTechnician Example = new(AddTechnician.Example.Technician, "Wanjiku Kamau", AddTechnician.Example.Profile with { Phone = "+254 700 000 002" });

    internal static async Task<TechnicianChanged> Handle(ChangeTechnician command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct, command.Seen);
        await CheckTerritories(technician.Branch, command.Profile, session, ct);
        return session.Append(technician, technician.Change(command.Name, command.Profile));
    }

    internal static async Task CheckTerritories(BranchId branch, TechnicianProfile profile, Reading reading, CancellationToken ct)
    {
        List<TerritoryId> asked = [.. (profile.Territories ?? []).Distinct()];
        var known = await reading.Of<Territory>().CountAsync(t => asked.Contains(t.Id) && t.Branch == branch, ct);
        Refusal.If(known != asked.Count, "territory.elsewhere", "A technician's territories are those of their own branch.");
    }
}
