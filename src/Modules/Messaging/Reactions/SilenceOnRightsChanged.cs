using Callout.Identity;

namespace Callout.Messaging;

/// <summary>Jobs of somebody who works in the field no longer, or as somebody else, ring with them no longer.</summary>
internal static class SilenceOnRightsChanged
{
    public static Task Handle(RightsChanged changed, Session session, CancellationToken ct) =>
        PushSubscription.Drop(s => s.Person == changed.Person && s.Technician != changed.Rights.Technician, session, ct);
}
