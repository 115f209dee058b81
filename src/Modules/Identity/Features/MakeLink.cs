namespace Callout.Identity;

/// <summary>A new link for who lost theirs, or forgot the password. The password holds until the link is used.</summary>
[Refuses("person.disabled", "rights.beyond-yours")]
public sealed record MakeLink(PersonId Person)
{
    internal static readonly MakeLink Example = new(InvitePerson.Example.Person);

    internal static async Task<Invitation> Handle(MakeLink command, Session session, CancellationToken ct)
    {
        var person = await Reach.Touch(command.Person, session, ct);
        Refusal.If(person.State == PersonState.Disabled, "person.disabled", "This account is disabled; enable it first.");
        var (link, until) = await Links.Make(person.Id, person.State == PersonState.Invited ? Links.ForInvitation : Links.ForReset, session, ct);
        session.Append(person, new LinkMade(person.Id, until));
        return new Invitation(person.Id, until, link);
    }
}
