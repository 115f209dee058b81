namespace Callout.Customers;

/// <summary>What other modules must know of somebody to ask for, and of how they like to be reached.</summary>
/// <param name="Declined">Channels on which they do not want to be written to.</param>
public sealed record ContactSummary(
    ContactId Id, AccountId Account, string Name, string? Role, IReadOnlyList<string> Phones, string? Email, ContactChannel? Channel,
    string? Language, LocalTime? QuietFrom, LocalTime? QuietUntil, IReadOnlyList<ContactChannel> Declined);

/// <summary>What other modules ask about contacts.</summary>
public static class Contacts
{
    /// <summary>For a list; a contact that is not in sight is left out.</summary>
    public static async Task<Dictionary<ContactId, ContactSummary>> Of(IReadOnlyCollection<ContactId> ids, Reading reading, CancellationToken ct) =>
        (await reading.Of<Contact>().Where(c => ids.Contains(c.Id)).ToListAsync(ct)).ToDictionary(c => c.Id, Summary);

    /// <summary>Null when there is none in sight, or no more.</summary>
    public static async Task<ContactSummary?> Of(ContactId id, Reading reading, CancellationToken ct) =>
        (await Of([id], reading, ct)).GetValueOrDefault(id) is { Name.Length: > 0 } contact ? contact : null;

    /// <summary>Whoever writes from that address; the one who was there first, when several do.</summary>
    public static async Task<ContactSummary?> ByEmail(string email, Reading reading, CancellationToken ct)
    {
        var (address, word) = (email.Trim(), SearchWord.Whole(email));
        List<ContactId> alike = [.. (await reading.Of<SearchWord>().Where(w => w.Word == word && w.Kind == SearchKind.Contact).Select(w => w.Subject).ToListAsync(ct)).Select(ContactId.From)];
        var contacts = await reading.Of<Contact>().Where(c => alike.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(ct);
        return contacts.Find(c => address.Equals(c.Email, StringComparison.OrdinalIgnoreCase)) is { } contact ? Summary(contact) : null;
    }

    /// <summary>The one person with this number, however it is typed; null when there is none or more than one.</summary>
    public static async Task<ContactSummary?> ByPhone(string typed, Reading reading, CancellationToken ct)
    {
        var digits = Phones.Digits(typed);
        if (digits.Length <= Phones.LastDigits) return null;
        var subjects = await reading.Of<SearchWord>().Where(w => w.Word == digits && w.Kind == SearchKind.Contact).Select(w => w.Subject).Distinct().Take(2).ToListAsync(ct);
        return subjects is [var only] ? await Of(ContactId.From(only), reading, ct) : null;
    }

    private static ContactSummary Summary(Contact c) =>
        new(c.Id, c.Account, c.Name, c.Role, c.Phones, c.Email, c.Channel, c.Language, c.QuietFrom, c.QuietUntil, c.Declined);
}
