namespace Callout.WorkOrders;

/// <summary>How things are shown in lists and on pages.</summary>
internal static class Lines
{
    public static WorkTypeLine Of(WorkType type) => new(type.Id, type.Code, type.Name, type.Kind, type.Revision, type.Template.Minutes, type.Retired);

    public static RequestLine Of(ServiceRequest r) => new(
        r.Id, r.Number, r.Branch, r.Channel, r.Urgency, r.State, r.Summary, r.CallerName, r.CallerPhone, r.Account, r.Site, r.Asset, r.Symptom, r.ReceivedAt, r.WorkOrder, r.Version);

    public static ClockLine Of(SlaClock clock, Instant now)
    {
        var until = clock.MetAt ?? clock.PausedSince ?? now;
        return new(clock.Kind, clock.State, clock.Started, clock.Minutes, (long)(until - clock.Started - clock.Paused).TotalMinutes, clock.Due, clock.Breached, clock.MetAt);
    }

    public static VisitLine Of(Visit v) => new(
        v.Id, v.Seq, v.State, v.Lead, v.Crew, v.Start, v.End, v.TravelMinutes, v.Outcome, v.Reason, v.Remark,
        VisitMoves.From(v.State), v.Steps, VisitTimes.Of(v.Steps), v.Answers, v.Signature, v.Version);

    public static NoteLine Of(Note note) => new(note.Id, note.Text, note.Shared, note.Visit, note.CreatedBy, note.CreatedAt);

    public static AttachmentLine Of(Attachment a, Blobs blobs) => new(a.Id, a.Hash, a.Name, a.MediaType, a.Tag, a.Visit, a.CreatedBy, a.CreatedAt, a.TakenAt, blobs.Holds(a.Hash));

    public static DeviationLine Of(FieldDeviation d) => new(d.Id, d.WorkOrder, d.Visit, d.Kind, d.OccurredAt, d.SettledBy, d.Remark);
}
