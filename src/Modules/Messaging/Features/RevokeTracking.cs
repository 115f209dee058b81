namespace Callout.Messaging;

/// <summary>Ends a link that has come into the wrong hands. Sharing the visit again makes another.</summary>
public sealed record RevokeTracking(VisitId Visit)
{
    internal static readonly RevokeTracking Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")));

    internal static async Task<TrackingRevoked> Handle(RevokeTracking command, Session session, CancellationToken ct)
    {
        var tracking = await session.Load<Tracking, TrackingId>(Tracking.IdOf(command.Visit), ct);
        return session.Append(tracking, tracking.Revoke());
    }
}
