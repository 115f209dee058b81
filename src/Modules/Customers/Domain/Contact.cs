using System.Net.Mail;

namespace Callout.Customers;

internal sealed class Contact : Entity<ContactId>
{
    public const int PhonesAtMost = 10, TextLength = 200;

    public AccountId Account { get; private init; }

    /// <summary>As the account's.</summary>
    public string ServedIn { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Role { get; private set; }

    /// <summary>In E.164, with a space between.</summary>
    public string PhoneNumbers { get; private set; } = "";

    public string? Email { get; private set; }

    public ContactChannel? Channel { get; private set; }

    public string? Language { get; private set; }

    public LocalTime? QuietFrom { get; private set; }

    public LocalTime? QuietUntil { get; private set; }

    public IReadOnlyList<ContactChannel> Declined { get; private set; } = [];

    public IReadOnlyList<string> Phones => PhoneNumbers.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<BranchId> Branches => Customers.Account.BranchesIn(ServedIn);

    /// <summary>A contact is a person: to forget them is to forget this.</summary>
    public PersonId Person => PersonId.From(Id.Value);

    public static Contact Add(ContactId id, Account account, ContactDetails details)
    {
        var contact = new Contact { Id = id, Account = account.Id };
        contact.Change(details, account);
        return contact;
    }

    public void Change(ContactDetails details, Account account)
    {
        Refusal.If(string.IsNullOrWhiteSpace(details.Name), "contact.name-empty", "Give the contact a name.");
        Refusal.If(details.Name.Length > TextLength || details.Role?.Length > TextLength, "contact.too-long", $"Keep name and role under {TextLength} characters.");
        Refusal.If(details.Phones?.Count > PhonesAtMost, "contact.phones", $"Keep to {PhonesAtMost} telephone numbers.");
        Refusal.If(details.Email is { } email && !MailAddress.TryCreate(email.Trim(), out _), "contact.email", "This is not an e-mail address.");
        Refusal.If(details.QuietFrom is null != details.QuietUntil is null, "contact.quiet-hours", "Give quiet hours a beginning and an end.");
        ServeWhere(account);
        (Name, Role, Email, Channel) = (details.Name.Trim(), Text.Blank(details.Role), Text.Blank(details.Email), details.Channel);
        (Language, QuietFrom, QuietUntil, Declined) = (Text.Blank(details.Language), details.QuietFrom, details.QuietUntil, [.. (details.Declined ?? []).Distinct().Order()]);
        PhoneNumbers = string.Join(' ', (details.Phones ?? []).Select(p => Customers.Phones.Read(p, account.BillingAddress.Country)).Distinct());
    }

    public void ServeWhere(Account account) => ServedIn = account.ServedIn;

    public ContactForgotten Forget()
    {
        (Name, Role, PhoneNumbers, Email) = ("", null, "", null);
        return new ContactForgotten(Id);
    }
}
