namespace Callout.WorkOrders;

/// <summary>Gathers an order's page.</summary>
internal static class OrderPage
{
    public static async Task<WorkOrderPage> Of(WorkOrder order, Reading reading, CancellationToken ct)
    {
        var visits = await reading.Of<Visit>().Where(v => v.WorkOrder == order.Id).OrderBy(v => v.Seq).ToListAsync(ct);
        var requests = await reading.Of<ServiceRequest>().Where(r => r.WorkOrder == order.Id).ToListAsync(ct);
        var notes = await reading.Of<Note>().Where(n => n.WorkOrder == order.Id).OrderBy(n => n.Id).ToListAsync(ct);
        var attachments = await reading.Of<Attachment>().Where(a => a.WorkOrder == order.Id || a.Request != null && a.Request == order.Request).OrderBy(a => a.Id).ToListAsync(ct);
        var deviations = await reading.Of<FieldDeviation>().Where(d => d.WorkOrder == order.Id).OrderBy(d => d.Id).ToListAsync(ct);
        var type = order.WorkType is { } id ? await reading.Of<WorkType>().FirstOrDefaultAsync(t => t.Id == id, ct) : null;
        var template = order is { WorkType: { } kind, Revision: { } revision } ? await WorkTypes.Template(kind, revision, reading, ct) : null;
        List<Guid> subjects = [order.Id.Value, .. requests.Select(r => r.Id.Value), .. visits.Select(v => v.Id.Value), .. notes.Select(n => n.Id.Value), .. attachments.Select(a => a.Id.Value), .. deviations.Select(d => d.Id.Value)];
        return new WorkOrderPage(
            order.Id, order.Number, order.Version, order.Branch, order.State, order.Bucket, order.HoldReason, order.Remark, WorkOrderMoves.From(order.State),
            order.Priority, order.PriorityReason, type is null ? null : Lines.Of(type) with { Revision = order.Revision!.Value }, order.Billing, order.Summary, order.Instructions, order.Safety,
            order.Account, order.Site, order.Contact, order.ContactName, order.ContactPhone, order.Assets, order.Fields,
            order.WindowFrom, order.WindowTo, new(order.Symptom, order.Problem, order.Cause, order.Action), order.ApprovedBy is null ? null : new(order.ApprovedBy, order.ApprovedAt!.Value),
            order.Unknown, await Proofs.Missing(order, visits, reading, ct), template,
            [.. order.Clocks.Select(c => Lines.Of(c, reading.Now))], requests.Where(r => r.Id == order.Request).Select(Lines.Of).FirstOrDefault(),
            [.. requests.Where(r => r.Id != order.Request).Select(r => r.Id)], [.. visits.Select(Lines.Of)], [.. notes.Select(Lines.Of)],
            [.. attachments.Select(a => Lines.Of(a, reading.Service<Blobs>()))], [.. deviations.Select(Lines.Of)], await Timeline(subjects, visits, reading, ct));
    }

    private static async Task<IReadOnlyList<HappenedLine>> Timeline(List<Guid> subjects, List<Visit> visits, Reading reading, CancellationToken ct)
    {
        var places = visits.SelectMany(v => v.Steps).Where(s => s.Where is not null).ToLookup(s => s.Command, s => s.Where);
        var entries = await reading.Of<LedgerEntry>().Where(e => subjects.Contains(e.SubjectId)).OrderBy(e => e.Pos).ToListAsync(ct);
        return [.. entries.Select(e => new HappenedLine(e.Pos, e.Name, e.Subject, e.Actor, e.Device, e.At, e.OccurredAt, e.OccurredQuality, e.Body, places[e.CommandId].FirstOrDefault()))];
    }
}
