namespace Callout.Identity;

[Refuses("person.not-disabled", "rights.beyond-yours")]
public sealed record EnablePerson(PersonId Person)
{
    internal static readonly EnablePerson Example = new(InvitePerson.Example.Person);

    internal static async Task<PersonEnabled> Handle(EnablePerson command, Session session, CancellationToken ct)
    {
        var person = await Reach.Touch(command.Person, session, ct);
        var hasPassword = await session.Of<Credential>().AnyAsync(c => c.Person == person.Id && c.PasswordHash != null, ct);
        return session.Append(person, person.Enable(hasPassword));
    }
}
