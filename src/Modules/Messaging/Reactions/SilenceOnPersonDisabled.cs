using Callout.Identity;

namespace Callout.Messaging;

internal static class SilenceOnPersonDisabled
{
    public static Task Handle(PersonDisabled disabled, Session session, CancellationToken ct) => PushSubscription.Drop(s => s.Person == disabled.Person, session, ct);
}
