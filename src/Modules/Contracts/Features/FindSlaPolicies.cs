namespace Callout.Contracts;

public sealed record SlaPolicyLine(SlaPolicyId Id, SlaPlan Plan, bool Retired, long Version);

public sealed record FindSlaPolicies(bool? Retired, Guid? After, int? Limit)
{
    internal static Task<Page<SlaPolicyLine>> Handle(FindSlaPolicies query, Reading reading, CancellationToken ct)
    {
        var policies = reading.Of<SlaPolicy>();
        if (query.Retired is { } retired) policies = policies.Where(p => p.Retired == retired);
        return policies.Page<SlaPolicy, SlaPolicyId, SlaPolicyLine>(query.After, query.Limit, p => new SlaPolicyLine(p.Id, p.Plan, p.Retired, p.Version), ct);
    }
}
