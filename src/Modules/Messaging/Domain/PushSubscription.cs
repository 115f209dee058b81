using System.Linq.Expressions;

namespace Callout.Messaging;

/// <summary>A technician's browser that rings when there is something to tell: where its push service is reached, and how a message is sealed for it.</summary>
internal sealed class PushSubscription
{
    public PushSubscriptionId Id { get; private init; }

    public PersonId Person { get; private set; }

    public ResourceId Technician { get; private set; }

    public string Endpoint { get; private init; } = "";

    /// <summary>The browser's public key (p256dh).</summary>
    public byte[] Key { get; private set; } = [];

    /// <summary>What it shares with us alone (auth).</summary>
    public byte[] Secret { get; private set; } = [];

    public string Language { get; private set; } = "";

    public Instant Since { get; private init; }

    public static PushSubscription Of(string endpoint, byte[] key, byte[] secret, PersonId person, ResourceId technician, string language, Instant since) => new()
    {
        Id = IdOf(endpoint), Endpoint = endpoint, Key = key, Secret = secret, Person = person, Technician = technician, Language = language, Since = since,
    };

    public static PushSubscriptionId IdOf(string endpoint) => new(Kernel.Id.Derived(Guid.Empty, 0, endpoint));

    public bool IsSame(PushSubscription other) =>
        (Person, Technician, Language) == (other.Person, other.Technician, other.Language) && Key.AsSpan().SequenceEqual(other.Key) && Secret.AsSpan().SequenceEqual(other.Secret);

    /// <summary>Somebody else holds the device, or the browser has new keys.</summary>
    public void Become(PushSubscription other, Session session)
    {
        (Person, Technician, Language, Key, Secret) = (other.Person, other.Technician, other.Language, other.Key, other.Secret);
        Tell(session);
    }

    public void Keep(Session session)
    {
        session.Keep(this);
        Tell(session);
    }

    /// <summary>Those devices ring no longer.</summary>
    public static async Task Drop(Expression<Func<PushSubscription, bool>> which, Session session, CancellationToken ct)
    {
        foreach (var subscription in await session.Locked<PushSubscription>().Where(which).ToListAsync(ct))
        {
            session.Drop(subscription);
            session.Append(new Subject("person", subscription.Person.Value), new PushUnsubscribed(subscription.Person, subscription.Id));
        }
    }

    private void Tell(Session session) => session.Append(new Subject("person", Person.Value), new PushSubscribed(Person, Id));
}

/// <summary>Where a message goes, and the plain words that are sealed on the way.</summary>
/// <param name="Topic">What has not been delivered on the same topic is replaced (RFC 8030).</param>
internal sealed record Sealing(PushSubscription To, byte[] Plain, string Topic);
