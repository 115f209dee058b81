namespace Callout.Identity;

/// <summary>What came of an attempt to sign in.</summary>
internal sealed record Entering(Principal? Principal = null, Secret? Secret = null, bool NeedsCode = false);

/// <summary>One attempt to sign in: looked up, then (the password having been hashed meanwhile) decided in one transaction.</summary>
internal sealed record Attempt(byte[] Address, string? Code, PersonId? Person, string? Hash)
{
    public static async Task<Attempt> Of(SignIn asked, Reading reading, CancellationToken ct)
    {
        var key = Identity.Person.KeyOf(asked.Email);
        var person = await reading.Of<Person>().Where(p => p.EmailKey == key).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(ct);
        var hash = await reading.Of<Credential>().Where(c => c.Person == person).Select(c => c.PasswordHash).FirstOrDefaultAsync(ct);
        return new(Secret.HashOf(key), asked.Code?.Trim() is { Length: > 0 } code ? code : null, person, hash);
    }

    public async Task<Entering> Decide(bool matches, Session session, CancellationToken ct)
    {
        var guard = await session.Locked<SignInGuard>().FirstOrDefaultAsync(g => g.Address == Address, ct);
        if (guard?.IsLocked(session.Now) is true) return new Entering();
        if (!matches || await Holder(session, ct) is not var (person, credential)) return Fail(guard, session);
        if (credential.SecondStep is not null)
        {
            if (Code is null) return new Entering(NeedsCode: true);
            if (!await SecondStep.Passes(credential, Code, session, ct)) return Fail(guard, session);
        }

        if (guard is not null) session.Drop(guard);
        return await Begin(person, session, ct);
    }

    // The account may have been disabled, or the password changed, while this one was being hashed.
    private async Task<(Person Person, Credential Credential)?> Holder(Session session, CancellationToken ct)
    {
        var person = await session.Load<Person, PersonId>(Person!.Value, ct);
        var credential = await Credentials.Of(person.Id, session, ct);
        return person.State == PersonState.Active && credential.PasswordHash == Hash ? (person, credential) : null;
    }

    private Entering Fail(SignInGuard? guard, Session session)
    {
        if (guard is null) session.Keep(guard = new SignInGuard { Address = Address });
        guard.Fail(session.Now);
        session.Append(new Subject("sign-in", Person?.Value ?? new Guid(Address.AsSpan(0, 16))), new SignInFailed(Person, guard.Failures));
        return new Entering();
    }

    private static async Task<Entering> Begin(Person person, Session session, CancellationToken ct)
    {
        var (id, secret) = (session.New<TicketId>(), Secret.New());
        session.Keep(Ticket.For(person.Id, id, secret, session.Now));
        session.Append(new Subject("person", person.Id.Value), new SignedIn(person.Id, id));
        return new Entering(await Principals.Of(person, session, ct), secret);
    }
}
