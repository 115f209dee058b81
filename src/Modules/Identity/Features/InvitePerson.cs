namespace Callout.Identity;

/// <param name="Link">A path on this server, to be handed to the person. It works once, and is shown only now.</param>
public sealed record Invitation(PersonId Person, Instant Until, [property: ShownOnce] string? Link = null);

[Refuses("person.name", "person.email", "person.email-taken", "rights.no-role", "rights.no-scope", "rights.account", "rights.beyond-yours")]
public sealed record InvitePerson(PersonId Person, string Name, string Email, Rights Rights)
{
    internal static readonly InvitePerson Example = new(
        new(new("0199f3a0-0000-7000-8000-000000000002")), "Ben Otieno", "ben@example.org", new Rights([Role.Dispatcher], Branches: [OpenBranch.Example.Branch]));

    internal static async Task<Invitation> Handle(InvitePerson command, Session session, CancellationToken ct)
    {
        await Granting.Check(session, command.Rights, ct);
        var (person, invited) = Identity.Person.Invite(command.Person, command.Name, command.Email, command.Rights);
        session.Add(person, invited);
        session.Keep(new Credential { Person = person.Id });
        await Reach.Set(person.Id, person.Rights, session, ct);
        var (link, until) = await Links.Make(person.Id, Links.ForInvitation, session, ct);
        return new Invitation(person.Id, until, link);
    }
}
