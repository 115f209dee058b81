namespace Callout.Identity;

/// <summary>A sign-in, kept here and not in the cookie, so that deleting the row ends it.</summary>
internal sealed class Ticket
{
    private static readonly Duration Longest = Duration.FromDays(30), Idle = Duration.FromDays(7), Noticed = Duration.FromHours(1);

    public TicketId Id { get; init; }

    public byte[] Hash { get; init; } = [];

    public PersonId Person { get; init; }

    public Instant At { get; init; }

    public Instant SeenAt { get; private set; }

    public static Ticket For(PersonId person, TicketId id, Secret secret, Instant now) => new() { Id = id, Hash = secret.Hash, Person = person, At = now, SeenAt = now };

    public bool OpensAt(Instant now) => now < At + Longest && now < SeenAt + Idle;

    /// <summary>Written down once an hour, not at each request.</summary>
    public bool IsNews(Instant now) => now > SeenAt + Noticed;

    public void Seen(Instant now) => SeenAt = now;
}
