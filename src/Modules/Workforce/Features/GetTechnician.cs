namespace Callout.Workforce;

public sealed record TechnicianPage(
    ResourceId Id, BranchId Branch, string Name, Employment Employment, bool Active, PersonId? Person, TechnicianProfile Profile,
    IReadOnlyList<SkillHeld> Skills, IReadOnlyList<PatternSpan> Patterns, IReadOnlyList<CertificateLine> Certificates, VehicleLine? Vehicle, long Version);

public sealed record GetTechnician(ResourceId Id)
{
    internal static async Task<TechnicianPage> Handle(GetTechnician query, Reading reading, CancellationToken ct)
    {
        var t = await reading.Get<Technician, ResourceId>(query.Id, ct);
        var certificates = await reading.Of<Certificate>().Where(c => c.Technician == query.Id && !c.Withdrawn).OrderBy(c => c.Expires).ThenBy(c => c.Id)
            .Select(c => new CertificateLine(c.Id, c.Technician, c.Type, c.Number, c.Issued, c.Expires)).ToListAsync(ct);
        var vehicle = await reading.Of<Vehicle>().Where(v => v.Driver == query.Id)
            .Select(v => new VehicleLine(v.Id, v.Branch, v.Name, v.Plate, v.Driver, v.Retired)).FirstOrDefaultAsync(ct);
        return new(t.Id, t.Branch, t.Name, t.Employment, t.Active, t.Person, t.Profile, t.Skills, t.Patterns, certificates, vehicle, t.Version);
    }
}
