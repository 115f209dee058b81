namespace Callout.WorkOrders;

/// <summary>A deviation with the order it is about.</summary>
public sealed record OpenDeviation(DeviationLine Deviation, WorkOrderLine Order, ResourceId? Lead, string? Technician);

/// <summary>Where field and plan differ. Without <c>settled=true</c> only what still waits for somebody.</summary>
public sealed record FindDeviations(BranchId? Branch, bool? Settled, Guid? After, int? Limit)
{
    internal static async Task<Page<OpenDeviation>> Handle(FindDeviations query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<FieldDeviation>();
        found = query.Settled ?? false ? found.Where(d => d.SettledBy != null) : found.Where(d => d.SettledBy == null);
        if (query.Branch is { } branch) found = found.Where(d => d.Branch == branch);
        var page = await found.Page<FieldDeviation, FieldDeviationId, FieldDeviation>(query.After, query.Limit, d => d, ct);
        return new(await Whole(page.Items, reading, ct), page.Next);
    }

    private static async Task<IReadOnlyList<OpenDeviation>> Whole(IReadOnlyList<FieldDeviation> found, Reading reading, CancellationToken ct)
    {
        List<WorkOrderId> orders = [.. found.Select(d => d.WorkOrder).Distinct()];
        List<VisitId> visits = [.. found.Select(d => d.Visit).Distinct()];
        var lines = (await Naming.Name(await reading.Of<WorkOrder>().Where(o => orders.Contains(o.Id)).Select(Lines.WorkOrder).ToListAsync(ct), reading, ct)).ToDictionary(o => o.Id);
        var leads = await reading.Of<Visit>().Where(v => visits.Contains(v.Id)).Select(v => new { v.Id, v.Lead }).ToDictionaryAsync(v => v.Id, v => v.Lead, ct);
        var people = await Naming.People(leads.Values, reading, ct);
        var actors = await Actors.Names(found.Select(d => d.SettledBy).OfType<string>(), reading, ct);
        return [.. found.Select(d => new OpenDeviation(Lines.Of(d, actors), lines[d.WorkOrder], leads.GetValueOrDefault(d.Visit), Naming.Of(leads.GetValueOrDefault(d.Visit), people)))];
    }
}
