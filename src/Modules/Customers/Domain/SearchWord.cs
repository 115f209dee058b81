namespace Callout.Customers;

/// <summary>A word under which a customer is found. Prefixes are looked up by its index, alike in both databases.</summary>
internal sealed record SearchWord(Guid Subject, string Word, SearchKind Kind, AccountId Account, BranchId? Branch)
{
    private const int LengthAtMost = 60;

    public static IEnumerable<SearchWord> Of(Account account) =>
        Make(account.Id.Value, SearchKind.Account, account.Id, null, [.. Texts(account.Name, account.RegistrationNumber), .. Addresses.Lines(account.BillingAddress)]);

    public static IEnumerable<SearchWord> Of(Contact contact) =>
        Make(contact.Id.Value, SearchKind.Contact, contact.Account, null, Texts(contact.Name, contact.Email), [.. contact.Phones.SelectMany(Phones.Forms), .. Joined(contact.Email)]);

    public static IEnumerable<SearchWord> Of(Site site) =>
        Make(site.Id.Value, SearchKind.Site, site.Account, site.Branch, [site.Name, .. Addresses.Lines(site.Address)]);

    public static IEnumerable<SearchWord> Of(Asset asset) =>
        Make(asset.Id.Value, SearchKind.Asset, asset.Account, asset.Branch, Texts(asset.Name, asset.Maker, asset.Model, asset.Serial), Joined(asset.Serial));

    /// <summary>The one word that a whole serial or e-mail address is kept under.</summary>
    public static string Whole(string? text) => Cut(string.Concat(Text.Words(text)));

    private static IEnumerable<string?> Texts(params IEnumerable<string?> texts) => texts;

    // A serial or an address that is typed without its dashes is found as well.
    private static IEnumerable<string> Joined(string? text) => [Whole(text)];

    private static string Cut(string word) => word[..Math.Min(word.Length, LengthAtMost)];

    private static IEnumerable<SearchWord> Make(Guid subject, SearchKind kind, AccountId account, BranchId? branch, IEnumerable<string?> texts, params IEnumerable<string> whole) =>
        texts.SelectMany(Text.Words).Concat(whole).Where(w => w.Length > 0).Select(Cut).Distinct()
            .Select(w => new SearchWord(subject, w, kind, account, branch));
}
