namespace Callout.Identity;

/// <summary>How the first administrator gets in.</summary>
/// <param name="Link">A path on this server; it works once.</param>
/// <param name="ApiKey">For the command line, shown only now; null when there is one already.</param>
public sealed record FirstSteps(string Email, string Link, string? ApiKey);

/// <summary>Sees to it that an installation has an administrator, and gives them a way in for as long as nobody has used one.</summary>
public sealed class FirstStart(Writer writer, IClock clock)
{
    private const string Email = "admin@localhost";

    /// <summary>Null once a super admin has set a password.</summary>
    public Task<FirstSteps?> Open(CancellationToken ct) => writer.Write(Envelope.System(Guid.NewGuid()), Open, ct);

    private async Task<FirstSteps?> Open(Session session, CancellationToken ct)
    {
        var admins = await session.LoadAll<Person>(p => p.IsSuperAdmin, ct);
        if (admins.Any(a => a.State == PersonState.Active)) return null;
        var admin = admins.FirstOrDefault(a => a.State == PersonState.Invited) ?? Administrator(session);
        var (path, until) = await Links.Make(admin.Id, Links.ForReset, session, ct);
        session.Append(admin, new LinkMade(admin.Id, until));
        return new FirstSteps(admin.Email, path, await Key(session, ct));
    }

    private Person Administrator(Session session)
    {
        var (person, invited) = Person.Invite(Id.New<PersonId>(clock.GetCurrentInstant()), "Administrator", Email, new Rights([Role.SuperAdmin], HeadOffice: true));
        session.Add(person, invited);
        session.Keep(new Credential { Person = person.Id });
        return person;
    }

    private static async Task<string?> Key(Session session, CancellationToken ct)
    {
        if (await session.Of<ApiKey>().AnyAsync(ct)) return null;
        var secret = Secret.New(CreateApiKey.Prefix);
        var (key, created) = ApiKey.Create(session.New<ApiKeyId>(), "The first start's", new Rights([Role.SuperAdmin], HeadOffice: true), null, secret);
        session.Add(key, created);
        return secret.Text;
    }
}
