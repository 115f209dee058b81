namespace Callout.WorkOrders;

public sealed record FailureCodeLine(FailureCodeId Id, CodeKind Kind, string Code, string Name, WorkTypeId? Opens);

public sealed record FindFailureCodes(CodeKind? Kind)
{
    internal static async Task<IReadOnlyList<FailureCodeLine>> Handle(FindFailureCodes query, Reading reading, CancellationToken ct) =>
        await reading.Of<FailureCode>().Where(c => query.Kind == null || c.Kind == query.Kind).OrderBy(c => c.Code)
            .Select(c => new FailureCodeLine(c.Id, c.Kind, c.Code, c.Name, c.Opens)).ToListAsync(ct);
}
