namespace Callout.Identity;

/// <summary>Links with which a person sets their password. A new one ends those before it.</summary>
internal static class Links
{
    public static readonly Duration ForInvitation = Duration.FromDays(7), ForReset = Duration.FromDays(1);

    public static async Task<(string Path, Instant Until)> Make(PersonId person, Duration lasts, Session session, CancellationToken ct)
    {
        session.Drop(await session.Locked<OneTimeLink>().Where(l => l.Person == person).ToListAsync(ct));
        var (secret, until) = (Secret.New(), session.Now + lasts);
        session.Keep(new OneTimeLink { Hash = secret.Hash, Person = person, Until = until });
        return ($"/set-password/{secret.Text}", until);
    }

    public static async Task<Person> Holder(string token, Reading reading, CancellationToken ct)
    {
        var hash = Secret.HashOf(token);
        var now = reading.Now;
        var link = await reading.Of<OneTimeLink>().FirstOrDefaultAsync(l => l.Hash == hash && l.Until > now, ct);
        return link is null ? throw new Refusal("password.link-spent", "This link was used before, or is too old. Ask for a new one.") : await reading.Get<Person, PersonId>(link.Person, ct);
    }
}
