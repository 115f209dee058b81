namespace Callout.Identity;

[Event("person.invited")]
public sealed record PersonInvited(PersonId Person, Rights Rights) : IEvent;

/// <summary>Their name or e-mail address is another one now; which, is in their row and nowhere else.</summary>
[Event("person.changed")]
public sealed record PersonChanged(PersonId Person) : IEvent;

/// <summary>They may do other things, or see further or less far, than before.</summary>
[Event("person.rights-changed")]
public sealed record RightsChanged(PersonId Person, Rights Rights) : IEvent;

[Event("person.disabled")]
public sealed record PersonDisabled(PersonId Person) : IEvent;

[Event("person.enabled")]
public sealed record PersonEnabled(PersonId Person) : IEvent;

/// <summary>A link to set a password was made for them; earlier ones no longer work.</summary>
[Event("person.link-made")]
public sealed record LinkMade(PersonId Person, Instant Until) : IEvent;

public enum PersonState
{
    /// <summary>Has not set a password yet.</summary>
    Invited,
    Active,
    Disabled,
}
