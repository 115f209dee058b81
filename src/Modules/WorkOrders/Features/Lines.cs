using System.Linq.Expressions;

namespace Callout.WorkOrders;

/// <summary>How things are shown in lists and on pages.</summary>
internal static class Lines
{
    public static WorkTypeLine Of(WorkType type) => new(type.Id, type.Code, type.Name, type.Kind, type.Revision, type.Template.Minutes, type.Retired);

    public static readonly Expression<Func<ServiceRequest, RequestLine>> Request = r => new(
        r.Id, r.Number, r.Branch, r.Channel, r.Urgency, r.State, r.Summary, r.CallerName, r.CallerPhone, r.CallerEmail, r.Account, r.Site, r.Asset, r.Symptom, r.ReceivedAt, r.WorkOrder, r.Version);

    public static readonly Func<ServiceRequest, RequestLine> OfRequest = Request.Compile();

    public static readonly Expression<Func<WorkOrder, WorkOrderLine>> WorkOrder = o => new(
        o.Id, o.Number, o.Branch, o.State, o.Bucket, o.HoldReason, o.Priority, o.Kind, o.WorkType, o.Summary, o.Account, o.Site, o.Asset, o.Due, o.AskedAt, o.AtStake, o.Version);

    public static ClockLine Of(SlaClock clock, WorkOrder order, Instant now)
    {
        var (until, term) = (clock.MetAt ?? clock.PausedSince ?? now, order.TermOf(clock.Kind));
        var excluded = term is null ? [] : clock.Excluded(term, order.Pauses);
        var used = term?.Elapsed(clock.Started, excluded, until) ?? until - clock.Started;
        var late = clock.Breached && term is not null ? term.Open.Between(clock.Due, clock.MetAt ?? now) : Duration.Zero;
        return new(
            clock.Kind, clock.State, clock.Started, clock.Minutes, (long)used.TotalMinutes, clock.Due, clock.Breached, clock.MetAt,
            [.. excluded.Select(p => new ExcludedTime(p.Reason, p.From, p.Until))], (long)late.TotalMinutes, clock.Breached ? order.Terms?.Penalty?.For(Duration.Max(late, Duration.Epsilon)) : null);
    }

    public static VisitLine Of(Visit v, Dictionary<ResourceId, string> people) => new(
        v.Id, v.Seq, v.State, v.Lead, Naming.Of(v.Lead, people), [.. v.Crew.Select(c => new CrewLine(c, people.GetValueOrDefault(c)))], v.Start, v.End, v.TravelMinutes, v.Outcome, v.Reason, v.Remark,
        VisitMoves.From(v.State), v.Steps, VisitTimes.Of(v.Steps), v.Answers, v.Signature, v.Version, v.Parts, v.Extras);

    public static NoteLine Of(Note note, IReadOnlyDictionary<string, string> actors) =>
        new(note.Id, note.Text, note.Shared, note.Visit, note.CreatedBy, actors.GetValueOrDefault(note.CreatedBy), note.WrittenAt);

    public static AttachmentLine Of(Attachment a, Blobs blobs, IReadOnlyDictionary<string, string> actors) =>
        new(a.Id, a.Hash, a.Name, a.MediaType, a.Tag, a.Visit, a.CreatedBy, actors.GetValueOrDefault(a.CreatedBy), a.CreatedAt, a.TakenAt, blobs.Holds(a.Hash));

    public static DeviationLine Of(FieldDeviation d, IReadOnlyDictionary<string, string> actors) =>
        new(d.Id, d.WorkOrder, d.Visit, d.Kind, d.OccurredAt, d.SettledBy, d.SettledBy is { } by ? actors.GetValueOrDefault(by) : null, d.Remark);

    public static EquipmentLine Of(AssetSummary a, LocalDate today) =>
        new(a.Id, a.Name, a.Maker, a.Model, a.Serial, a.Status, a.Warranty, a.Warranty is { } w && w.From <= today && today <= w.Until);
}
