using System.Security.Cryptography;
using System.Text.Json;
using Callout.Identity;
using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>Everything that stands on a service report, as it was captured; nothing is typed again.</summary>
internal sealed record ReportFacts(
    Letterhead By, string Language, DateTimeZone Zone, long Number, string Summary, string? Kind, WorkOrderState State, bool PartsCovered,
    string? Customer, string? Contact, string? Phone, string? Site, string? Address, IReadOnlyList<ReportAsset> Assets,
    IReadOnlyList<string> Found, string? Made, IReadOnlyList<ReportVisit> Visits, IReadOnlyList<ReportCheck> Checks, IReadOnlyList<string> Notes, IReadOnlyList<ReportPhoto> Photos)
{
    /// <summary>Of all that it says: two reports with the same say the same.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Wire.Json)));

    public Instant At => Visits.Max(v => v.EndedAt)!.Value;
}

/// <param name="WarrantyUntil">Null when it is under no warranty on the day of the work.</param>
internal sealed record ReportAsset(string Name, string? Model, string? Serial, LocalDate? WarrantyUntil);

internal sealed record ReportVisit(
    int Seq, VisitState State, VisitOutcome? Outcome, string? Reason, string? Technician, IReadOnlyList<string> Crew, Instant? Start, Instant? End, Instant? LeftAt, Instant? ArrivedAt, Instant? EndedAt,
    VisitTimes Times, IReadOnlyList<UsedPart> Parts, IReadOnlyList<ApprovedExtra> Extras, Signature? Signature);

/// <param name="Answer">Null when it was not checked.</param>
internal sealed record ReportCheck(ChecklistItem Item, ChecklistAnswer? Answer);

internal sealed record ReportPhoto(string Hash, string Name, AttachmentTag Tag, Instant At);

/// <summary>Gathers what stands on a report.</summary>
internal static class ReportGathering
{
    /// <param name="only">One visit and nothing of the others.</param>
    /// <param name="language">The customer's when nothing is said.</param>
    /// <returns>Null while there is nothing to report: no visit has ended.</returns>
    public static async Task<ReportFacts?> Of(WorkOrderId id, VisitId? only, string? language, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(id, ct);
        var all = await reading.Of<Visit>().Where(v => v.WorkOrder == id).OrderBy(v => v.Seq).ToListAsync(ct);
        List<Visit> visits = [.. all.Where(v => v.HasEnded && (only is null || v.Id == only))];
        if (visits.Count == 0) return null;

        var by = await Letterhead.Of(order.Branch, reading, ct);
        var site = Naming.Of(order.Site, await Naming.Asked([order.Site], ids => Sites.Of(ids, reading, ct)));
        var contact = order.Contact is { } person ? await Contacts.Of(person, reading, ct) : null;
        var zone = site?.Zone ?? by.Zone;
        var on = visits.Max(v => v.EndedAt)!.Value.InZone(zone).Date;
        var people = await Naming.People(visits.SelectMany(v => v.Crew.Select(c => (ResourceId?)c).Append(v.Lead)), reading, ct);
        var codes = await Names(order, reading, ct);
        return new(
            by, Languages.Nearest(Text.Blank(language) ?? contact?.Language ?? by.Language), zone, order.Number, order.Summary, await Kind(order, reading, ct), order.State, IsCovered(order),
            Naming.Of(order.Account, await Naming.Asked([order.Account], ids => Accounts.Names(ids, reading, ct))), contact?.Name ?? order.ContactName, contact?.Phones.FirstOrDefault() ?? order.ContactPhone,
            site?.Name, site?.Address, await Equipment(order, on, reading, ct), [.. new[] { codes(CodeKind.Problem, order.Problem), codes(CodeKind.Cause, order.Cause) }.OfType<string>().Distinct()], codes(CodeKind.Action, order.Action),
            [.. visits.Select(v => Line(v, people))], await Checks(order, visits, reading, ct), await Notes(order, visits, only, reading, ct), await Photos(order, visits, only, reading, ct));
    }

    private static ReportVisit Line(Visit v, Dictionary<ResourceId, string> people) => new(
        v.Seq, v.State, v.Outcome, v.Reason, Naming.Of(v.Lead, people), [.. v.Crew.Select(c => people.GetValueOrDefault(c)).OfType<string>()], v.Start, v.End,
        v.Steps.FirstOrDefault(s => s.State == VisitState.EnRoute)?.At, v.ArrivedAt, v.EndedAt, VisitTimes.Of(v.Steps), v.Parts, v.Extras, v.Signature);

    private static bool IsCovered(WorkOrder order) => order.Billing is BillingRule.Warranty or BillingRule.NotBilled || order.Cover is { Parts.Covered: true };

    private static async Task<string?> Kind(WorkOrder order, Reading reading, CancellationToken ct) =>
        order.WorkType is { } type ? await reading.Of<WorkType>().Where(t => t.Id == type).Select(t => t.Name).FirstOrDefaultAsync(ct) : null;

    private static async Task<IReadOnlyList<ReportAsset>> Equipment(WorkOrder order, LocalDate on, Reading reading, CancellationToken ct)
    {
        var assets = await Naming.Asked(order.Assets.Select(a => (AssetId?)a), ids => Assets.Of(ids, reading, ct));
        return [.. order.Assets.Where(assets.ContainsKey).Select(id => assets[id]).Select(a => new ReportAsset(
            a.Name, Text.Blank($"{a.Maker} {a.Model}"), a.Serial, a.Warranty is { } w && w.From <= on && on <= w.Until ? w.Until : null))];
    }

    /// <summary>By the names that the trade gives them; a code without a name stands for itself.</summary>
    private static async Task<Func<CodeKind, string?, string?>> Names(WorkOrder order, Reading reading, CancellationToken ct)
    {
        List<string> used = [.. new[] { order.Problem, order.Cause, order.Action }.OfType<string>()];
        var known = used.Count == 0 ? [] : await reading.Of<FailureCode>().Where(c => used.Contains(c.Code)).ToListAsync(ct);
        return (kind, code) => known.FirstOrDefault(c => c.Kind == kind && c.Code == code)?.Name ?? code;
    }

    private static async Task<IReadOnlyList<ReportCheck>> Checks(WorkOrder order, List<Visit> visits, Reading reading, CancellationToken ct)
    {
        var answers = visits.SelectMany(v => v.Answers).GroupBy(a => a.Item).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        var items = order is { WorkType: { } type, Revision: { } revision } ? (await WorkTypes.Template(type, revision, reading, ct)).Checklist : [];
        // What was answered though the list as it stands now does not ask for it was captured all the same.
        var unasked = answers.Values.Where(a => items.All(i => i.Code != a.Item)).OrderBy(a => a.At).Select(a => new ReportCheck(new(a.Item, a.Item, AnswerKind.Text), a));
        return [.. items.Where(i => i.Required || answers.ContainsKey(i.Code)).Select(i => new ReportCheck(i, answers.GetValueOrDefault(i.Code))), .. unasked];
    }

    /// <summary>Those that the customer may read.</summary>
    private static async Task<IReadOnlyList<string>> Notes(WorkOrder order, List<Visit> visits, VisitId? only, Reading reading, CancellationToken ct)
    {
        var notes = await reading.Of<Note>().Where(n => n.WorkOrder == order.Id && n.Shared && n.Text != "").OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(ct);
        return [.. notes.Where(n => Belongs(n.Visit, visits, only)).Select(n => n.Text)];
    }

    private static async Task<IReadOnlyList<ReportPhoto>> Photos(WorkOrder order, List<Visit> visits, VisitId? only, Reading reading, CancellationToken ct)
    {
        var shown = await reading.Of<Attachment>().Where(a => a.WorkOrder == order.Id && a.MediaType.StartsWith("image/") && a.Tag != AttachmentTag.Document).ToListAsync(ct);
        return [.. shown.Where(a => (a.Visit is not null || a.Tag != AttachmentTag.None) && Belongs(a.Visit, visits, only))
            .Select(a => new ReportPhoto(a.Hash, a.Name, a.Tag, a.TakenAt ?? a.CreatedAt)).OrderBy(p => p.Tag == AttachmentTag.After).ThenBy(p => p.Tag != AttachmentTag.Before).ThenBy(p => p.At).ThenBy(p => p.Hash)];
    }

    private static bool Belongs(VisitId? visit, List<Visit> visits, VisitId? only) => visit is null ? only is null || visits[0].Seq == 1 : visits.Any(v => v.Id == visit);
}
