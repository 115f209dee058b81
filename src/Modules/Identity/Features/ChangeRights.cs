namespace Callout.Identity;

/// <summary>Holds from the person's next request on, or within seconds on other nodes; they stay signed in.</summary>
[Refuses("rights.no-role", "rights.no-scope", "rights.account", "rights.beyond-yours", "person.last-super-admin")]
public sealed record ChangeRights(PersonId Person, Rights Rights, long? Seen = null)
{
    internal static readonly ChangeRights Example = new(InvitePerson.Example.Person, new Rights([Role.Dispatcher, Role.Support], Branches: [OpenBranch.Example.Branch]));

    internal static async Task<RightsChanged> Handle(ChangeRights command, Session session, CancellationToken ct)
    {
        var person = await Reach.Touch(command.Person, session, ct, command.Seen);
        await Granting.Check(session, command.Rights, ct);
        if (!command.Rights.Roles.Contains(Role.SuperAdmin)) await LastSuperAdmin.Stays(person, session, ct);
        var changed = person.Grant(command.Rights);
        await Reach.Set(person.Id, person.Rights, session, ct);
        return session.Append(person, changed);
    }
}
