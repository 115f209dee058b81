namespace Callout.Customers;

/// <summary>What other modules must know of somebody to ask for.</summary>
public sealed record ContactSummary(ContactId Id, AccountId Account, string Name, string? Role, IReadOnlyList<string> Phones, string? Email, ContactChannel? Channel);

/// <summary>What other modules ask about contacts.</summary>
public static class Contacts
{
    /// <summary>For a list; a contact that is not in sight is left out.</summary>
    public static async Task<Dictionary<ContactId, ContactSummary>> Of(IReadOnlyCollection<ContactId> ids, Reading reading, CancellationToken ct) =>
        (await reading.Of<Contact>().Where(c => ids.Contains(c.Id)).ToListAsync(ct))
            .ToDictionary(c => c.Id, c => new ContactSummary(c.Id, c.Account, c.Name, c.Role, c.Phones, c.Email, c.Channel));
}
