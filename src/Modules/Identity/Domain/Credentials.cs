namespace Callout.Identity;

internal static class Credentials
{
    public static Task<Credential> Of(PersonId person, Session session, CancellationToken ct) => session.Locked<Credential>().FirstAsync(c => c.Person == person, ct);

    /// <summary>Of the one who sends the command.</summary>
    public static Task<Credential> Mine(Session session, CancellationToken ct) =>
        Of(session.Principal.Person ?? throw new Refusal("person.needed", "Only a person has a second step; an API key has none."), session, ct);
}
