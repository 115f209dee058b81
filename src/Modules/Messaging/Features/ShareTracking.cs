namespace Callout.Messaging;

/// <param name="Url">Shown now only: it is not kept.</param>
public sealed record TrackingShared(TrackingId Tracking, [property: ShownOnce] string Url, Instant Expires);

/// <summary>The link with which a customer follows a visit, for whoever wants to pass it on by hand.</summary>
[Refuses("visit.no-time")]
public sealed record ShareTracking(VisitId Visit)
{
    internal static readonly ShareTracking Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")));

    internal static async Task<TrackingShared> Handle(ShareTracking command, Session session, CancellationToken ct)
    {
        var (settings, keys) = (session.Service<MessagingSettings>(), session.Service<KeyRing>());
        var visit = await Visits.Of(command.Visit, session, ct);
        if ((await session.LoadAll<Tracking>(t => t.Visit == visit.Id, ct)).FirstOrDefault() is { } known)
        {
            if (known.Revoked) session.Append(known, known.Renew(keys));
            if (known.Reopen(session.Now) is { } reopened) session.Append(known, reopened);
            return new(known.Id, Links.Of(known, settings, keys), known.Expires);
        }

        Refusal.If(visit.Start is null, "visit.no-time", "This visit has no time yet; there is nothing to follow.");
        var zone = visit.Site is { } site ? (await Sites.Of(site, session, ct)).Zone : DateTimeZone.Utc;
        var (tracking, promised) = Tracking.Promise(visit, Promises.WindowOf(visit.Start!.Value, zone), visit.End!.Value, keys);
        session.Add(tracking, promised);
        tracking.Reopen(session.Now);
        return new(tracking.Id, Links.Of(tracking, settings, keys), tracking.Expires);
    }
}
