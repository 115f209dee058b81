namespace Callout.WorkOrders;

/// <summary>Gathers an order's page.</summary>
internal static class OrderPage
{
    public static async Task<WorkOrderPage> Of(WorkOrder order, Reading reading, CancellationToken ct)
    {
        var visits = await reading.Of<Visit>().Where(v => v.WorkOrder == order.Id).OrderBy(v => v.Seq).ToListAsync(ct);
        var requests = await reading.Of<ServiceRequest>().Where(r => r.WorkOrder == order.Id).ToListAsync(ct);
        var notes = await reading.Of<Note>().Where(n => n.WorkOrder == order.Id).OrderBy(n => n.WrittenAt).ThenBy(n => n.Id).ToListAsync(ct);
        var attachments = await reading.Of<Attachment>().Where(a => a.WorkOrder == order.Id || a.Request != null && a.Request == order.Request).OrderBy(a => a.Id).ToListAsync(ct);
        var deviations = await reading.Of<FieldDeviation>().Where(d => d.WorkOrder == order.Id).OrderBy(d => d.Id).ToListAsync(ct);
        var type = order.WorkType is { } id ? await reading.Of<WorkType>().FirstOrDefaultAsync(t => t.Id == id, ct) : null;
        var template = order is { WorkType: { } kind, Revision: { } revision } ? await WorkTypes.Template(kind, revision, reading, ct) : null;
        List<Guid> subjects = [order.Id.Value, .. requests.Select(r => r.Id.Value), .. visits.Select(v => v.Id.Value), .. notes.Select(n => n.Id.Value), .. attachments.Select(a => a.Id.Value), .. deviations.Select(d => d.Id.Value)];
        var (accounts, sites) = (await Naming.Asked([order.Account], ids => Accounts.Names(ids, reading, ct)), await Naming.Asked([order.Site], ids => Sites.Of(ids, reading, ct)));
        var (contacts, assets) = (await Naming.Asked([order.Contact], ids => Contacts.Of(ids, reading, ct)), await Naming.Asked(order.Assets.Select(a => (AssetId?)a), ids => Assets.Of(ids, reading, ct)));
        var people = await Naming.People(visits.SelectMany(v => v.Crew.Select(c => (ResourceId?)c).Append(v.Lead)), reading, ct);
        var entries = await reading.Of<LedgerEntry>().Where(e => subjects.Contains(e.SubjectId)).OrderBy(e => e.Pos).ToListAsync(ct);
        var actors = await Actors.Names([.. entries.Select(e => e.Actor), .. new[] { order.ApprovedBy }.OfType<string>()], reading, ct);
        var today = reading.Now.InZone(Naming.Of(order.Site, sites)?.Zone ?? DateTimeZone.Utc).Date;
        return new WorkOrderPage(
            order.Id, order.Number, order.Version, order.Branch, order.State, order.Bucket, order.HoldReason, order.Remark, WorkOrderMoves.From(order.State),
            order.Priority, order.PriorityReason, type is null ? null : Lines.Of(type) with { Revision = order.Revision!.Value }, order.Billing, order.Summary, order.Instructions, order.Safety,
            order.Account, Naming.Of(order.Account, accounts), order.Site, Naming.Of(order.Site, sites), order.Contact, Naming.Of(order.Contact, contacts), order.ContactName, order.ContactPhone,
            order.Assets, [.. order.Assets.Where(assets.ContainsKey).Select(a => Lines.Of(assets[a], today))], order.Fields,
            order.WindowFrom, order.WindowTo, new(order.Symptom, order.Problem, order.Cause, order.Action), order.ApprovedBy is null ? null : new(order.ApprovedBy, actors.GetValueOrDefault(order.ApprovedBy), order.ApprovedAt!.Value),
            order.Unknown, await Proofs.Missing(order, visits, reading, ct), template,
            [.. order.Clocks.Select(c => Lines.Of(c, order, reading.Now))], order.Terms is { } terms ? new(terms.Policy, terms.Policy is null ? null : terms.Name, terms.Penalty) : null, order.Cover, requests.Where(r => r.Id == order.Request).Select(Lines.OfRequest).FirstOrDefault(),
            [.. requests.Where(r => r.Id != order.Request).Select(r => r.Id)], [.. visits.Select(v => Lines.Of(v, people))], [.. notes.Select(n => Lines.Of(n, actors))],
            [.. attachments.Select(a => Lines.Of(a, reading.Service<Blobs>(), actors))], [.. deviations.Select(d => Lines.Of(d, actors))], Timeline(entries, visits, actors));
    }

    private static IReadOnlyList<HappenedLine> Timeline(List<LedgerEntry> entries, List<Visit> visits, IReadOnlyDictionary<string, string> actors)
    {
        var places = visits.SelectMany(v => v.Steps).Where(s => s.Where is not null).ToLookup(s => s.Command, s => s.Where);
        return [.. entries.Select(e => new HappenedLine(
            e.Pos, e.Name, e.Subject, e.Actor, actors.GetValueOrDefault(e.Actor), e.Device, e.At, e.OccurredAt, e.OccurredQuality, e.Body, places[e.CommandId].FirstOrDefault()))];
    }
}
