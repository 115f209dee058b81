namespace Callout.WorkOrders;

/// <summary>Where field and plan differ. Without <c>settled=true</c> only what still waits for somebody.</summary>
public sealed record FindDeviations(BranchId? Branch, bool? Settled, Guid? After, int? Limit)
{
    internal static Task<Page<DeviationLine>> Handle(FindDeviations query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<FieldDeviation>().Where(d => (d.SettledBy != null) == (query.Settled ?? false));
        if (query.Branch is { } branch) found = found.Where(d => d.Branch == branch);
        return found.Page<FieldDeviation, FieldDeviationId, DeviationLine>(
            query.After, query.Limit, d => new DeviationLine(d.Id, d.WorkOrder, d.Visit, d.Kind, d.OccurredAt, d.SettledBy, d.Remark), ct);
    }
}
