using Callout.Identity;

namespace Callout.Messaging;

/// <summary>With a new password every sign-in has ended: a phone that was lost must not go on telling where work is.</summary>
internal static class SilenceOnPasswordSet
{
    public static Task Handle(PasswordSet set, Session session, CancellationToken ct) => PushSubscription.Drop(s => s.Person == set.Person, session, ct);
}
