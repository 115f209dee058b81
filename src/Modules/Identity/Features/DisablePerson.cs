namespace Callout.Identity;

/// <summary>Ends every sign-in of theirs, at once here and within seconds on other nodes, and lets them in no more.</summary>
[Refuses("person.already-disabled", "person.yourself", "person.last-super-admin", "rights.beyond-yours")]
public sealed record DisablePerson(PersonId Person)
{
    internal static readonly DisablePerson Example = new(InvitePerson.Example.Person);

    internal static async Task<PersonDisabled> Handle(DisablePerson command, Session session, CancellationToken ct)
    {
        Refusal.If(command.Person == session.Principal.Person, "person.yourself", "You cannot disable your own account.");
        var person = await Reach.Touch(command.Person, session, ct);
        await LastSuperAdmin.Stays(person, session, ct);
        await Reach.End(person.Id, session, ct);
        session.Drop(await session.Locked<OneTimeLink>().Where(l => l.Person == person.Id).ToListAsync(ct));
        return session.Append(person, person.Disable());
    }
}
