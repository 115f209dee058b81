namespace Callout.Identity;

internal sealed class Organisation : Entity<OrganisationId>
{
    public string Name { get; private set; } = "";

    /// <summary>What stands under the name on paper: address, telephone, registration.</summary>
    public string Letterhead { get; private set; } = "";

    public string TimeZone { get; private set; } = "";

    public string Currency { get; private set; } = "";

    /// <summary>As it is called on an invoice, such as VAT; empty where none is charged.</summary>
    public string TaxName { get; private set; } = "";

    /// <summary>In hundredths of a per cent: 16 % is 1600.</summary>
    public int TaxRate { get; private set; }

    public string TaxNumber { get; private set; } = "";

    /// <summary>Where reports of the public form go that name no branch; null while the reporter chooses.</summary>
    public BranchId? ReportBranch { get; private set; }

    /// <summary>The hash of a picture; null where there is none.</summary>
    public string? Logo { get; private set; }

    public IReadOnlyList<Role> SecondStepFor { get; private set; } = [];

    public static (Organisation, OrganisationBegun) Begin(string name, DateTimeZone zone, string currency)
    {
        var organisation = new Organisation { Id = OrganisationId.Ours };
        organisation.Call(name, zone, currency);
        return (organisation, new OrganisationBegun(currency, zone.Id));
    }

    public OrganisationChanged Change(string name, string letterhead, DateTimeZone zone, string currency, Tax? tax, string? logo)
    {
        CheckPaper(letterhead, tax);
        Call(name, zone, currency);
        (Letterhead, TaxName, TaxRate, TaxNumber, Logo) = (letterhead.Trim(), tax?.Name ?? "", tax?.Rate ?? 0, tax?.Number ?? "", logo);
        return new OrganisationChanged(Currency, TimeZone);
    }

    public ReportBranchChosen SendReportsTo(BranchId? branch)
    {
        ReportBranch = branch;
        return new ReportBranchChosen(branch);
    }

    public SecondStepRequired RequireSecondStep(IReadOnlyList<Role> roles)
    {
        SecondStepFor = [.. roles.Distinct().Order()];
        return new SecondStepRequired(SecondStepFor);
    }

    public static void CheckPaper(string letterhead, Tax? tax)
    {
        Refusal.If(letterhead.Length > 1000, "organisation.letterhead", "Keep the letterhead under 1,000 characters.");
        Refusal.If(tax is { Rate: < 0 or > 10_000 }, "organisation.tax", "A tax lies between 0 and 100 per cent.");
    }

    /// <summary>What kind of picture it is, and back to its beginning.</summary>
    public static string? LogoType(Stream picture)
    {
        Span<byte> head = stackalloc byte[64];
        var read = picture.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        picture.Position = 0;
        return Blobs.PictureOf(head[..read]) is "image/png" or "image/jpeg" ? Blobs.PictureOf(head[..read]) : null;
    }

    private void Call(string name, DateTimeZone zone, string currency)
    {
        Refusal.If(string.IsNullOrWhiteSpace(name) || name.Length > 200, "organisation.name", "Give the organisation a name of at most 200 characters.");
        (Name, TimeZone, Currency) = (name.Trim(), zone.Id, Currencies.Check(currency));
    }
}
