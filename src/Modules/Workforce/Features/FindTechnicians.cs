namespace Callout.Workforce;

public sealed record TechnicianLine(ResourceId Id, BranchId Branch, string Name, Employment Employment, bool Active, IReadOnlyList<SkillHeld> Skills);

public sealed record FindTechnicians(BranchId? Branch, bool? Active, string? Name, Guid? After, int? Limit)
{
    internal static Task<Page<TechnicianLine>> Handle(FindTechnicians query, Reading reading, CancellationToken ct)
    {
        var technicians = reading.Of<Technician>();
        if (query.Branch is { } branch) technicians = technicians.Where(t => t.Branch == branch);
        if (query.Active is { } active) technicians = technicians.Where(t => t.Active == active);
        if (Technician.KeyOf(query.Name ?? "") is { Length: > 0 } words) technicians = technicians.Where(t => t.SearchKey.Contains(words));
        return technicians.Page<Technician, ResourceId, TechnicianLine>(
            query.After, query.Limit, t => new TechnicianLine(t.Id, t.Branch, t.Name, t.Employment, t.Active, t.Skills), ct);
    }
}
