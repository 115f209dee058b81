namespace Callout.WorkOrders;

public sealed record FindWorkTypes(bool? Retired)
{
    internal static async Task<IReadOnlyList<WorkTypeLine>> Handle(FindWorkTypes query, Reading reading, CancellationToken ct) =>
        [.. (await reading.Of<WorkType>().Where(t => t.Retired == (query.Retired ?? false)).OrderBy(t => t.Code).ToListAsync(ct)).Select(Lines.Of)];
}

public sealed record WorkTypePage(WorkTypeLine WorkType, Template Template, long Version);

public sealed record GetWorkType(WorkTypeId Id)
{
    internal static async Task<WorkTypePage> Handle(GetWorkType query, Reading reading, CancellationToken ct)
    {
        var type = await reading.Get<WorkType, WorkTypeId>(query.Id, ct);
        return new WorkTypePage(Lines.Of(type), type.Template, type.Version);
    }
}

public sealed record IndustryLine(string Code, string Name, IReadOnlyList<string> WorkTypes);

/// <summary>The industries that there are presets for.</summary>
public sealed record FindPresets
{
    internal static Task<IReadOnlyList<IndustryLine>> Handle(FindPresets query, Reading reading, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IndustryLine>>([.. Presets.Industries.Select(i => new IndustryLine(i.Code, i.Name, [.. Presets.Types(i).Select(t => t.Name)]))]);
}
