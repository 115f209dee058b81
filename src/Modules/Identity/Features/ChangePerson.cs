namespace Callout.Identity;

[Refuses("person.name", "person.email", "person.email-taken", "rights.beyond-yours")]
public sealed record ChangePerson(PersonId Person, string Name, string Email, long? Seen = null)
{
    internal static readonly ChangePerson Example = new(InvitePerson.Example.Person, "Ben Otieno", "ben.otieno@example.org");

    internal static async Task<PersonChanged> Handle(ChangePerson command, Session session, CancellationToken ct)
    {
        var person = await Reach.Touch(command.Person, session, ct, command.Seen);
        return session.Append(person, person.Change(command.Name, command.Email));
    }
}
