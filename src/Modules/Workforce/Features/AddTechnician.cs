namespace Callout.Workforce;

/// <param name="Person">Who signs in as this technician, when they have an account.</param>
[Refuses("technician.name", "place.off-the-map", "territory.elsewhere")]
public sealed record AddTechnician(ResourceId Technician, BranchId Branch, string Name, TechnicianProfile Profile, Employment Employment, PersonId? Person = null)
{
    internal static readonly AddTechnician Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000e001")), new(new("0199f3a0-0000-7000-8000-00000000b001")), "Wanjiku Kamau",
        new(DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "+254 700 000 001", new Place(-1.3192, 36.7073, "Karen")), Employment.Employee);

    internal static async Task<TechnicianAdded> Handle(AddTechnician command, Session session, CancellationToken ct)
    {
        await ChangeTechnician.CheckTerritories(command.Branch, command.Profile, session, ct);
        var (technician, added) = Workforce.Technician.Add(command.Technician, command.Branch, command.Person, command.Employment, command.Name, command.Profile);
        return session.Add(technician, added);
    }
}
