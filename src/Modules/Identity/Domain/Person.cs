namespace Callout.Identity;

internal sealed class Person : Entity<PersonId>
{
    private const int NameLength = 100, EmailLength = 254;

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>The address as it is compared; null once the person was forgotten.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>Name and address in capitals, to be searched.</summary>
    public string SearchKey { get; private set; } = "";

    public Rights Rights { get; private set; } = new([]);

    /// <summary>Kept beside the rights, so that the last one can be found.</summary>
    public bool IsSuperAdmin { get; private set; }

    public PersonState State { get; private set; }

    public static (Person, PersonInvited) Invite(PersonId id, string name, string email, Rights rights)
    {
        var person = new Person { Id = id };
        person.Change(name, email);
        person.Grant(rights);
        return (person, new PersonInvited(id, rights));
    }

    public PersonChanged Change(string name, string email)
    {
        Refusal.If(string.IsNullOrWhiteSpace(name) || name.Length > NameLength, "person.name", $"Give a name of at most {NameLength} characters.");
        Refusal.If(!IsAddress(email), "person.email", "Give an e-mail address, such as ann@example.org.");

        (Name, Email, EmailKey) = (name.Trim(), email.Trim(), KeyOf(email));
        SearchKey = $"{Name} {Email}".ToUpperInvariant();
        return new PersonChanged(Id);
    }

    public RightsChanged Grant(Rights rights)
    {
        Granting.Check(rights);
        (Rights, IsSuperAdmin) = (rights, rights.Roles.Contains(Role.SuperAdmin));
        return new RightsChanged(Id, rights);
    }

    public void PasswordIsSet()
    {
        Refusal.If(State == PersonState.Disabled, "person.disabled", "This account is disabled; ask your administrator.");
        State = PersonState.Active;
    }

    public PersonDisabled Disable()
    {
        Refusal.If(State == PersonState.Disabled, "person.already-disabled", "This account is already disabled.");
        State = PersonState.Disabled;
        return new PersonDisabled(Id);
    }

    public PersonEnabled Enable(bool hasPassword)
    {
        Refusal.If(State != PersonState.Disabled, "person.not-disabled", "This account is not disabled.");
        State = hasPassword ? PersonState.Active : PersonState.Invited;
        return new PersonEnabled(Id);
    }

    public PersonChanged Forget()
    {
        (Name, Email, EmailKey, SearchKey, State) = ("", "", null, "", PersonState.Disabled);
        return new PersonChanged(Id);
    }

    public static string KeyOf(string email) => email.Trim().ToUpperInvariant();

    private static bool IsAddress(string email) =>
        email.Length <= EmailLength && !email.Any(char.IsControl) && System.Net.Mail.MailAddress.TryCreate(email.Trim(), out var address) && address.Address == email.Trim();
}
