namespace Callout.Identity;

/// <param name="Logo">The hash that POST /api/blobs answered with for a PNG or JPEG; null for none.</param>
/// <param name="Tax">What is usually charged; null where no tax is.</param>
[Refuses("organisation.name", "organisation.letterhead", "organisation.tax", "organisation.logo", "currency.unknown")]
public sealed record ChangeOrganisation(string Name, string Letterhead, DateTimeZone TimeZone, string Currency, Tax? Tax = null, long? Seen = null, string? Logo = null)
{
    internal static readonly ChangeOrganisation Example = new(
        "Baridi Cooling Ltd", "Enterprise Road 12, Nairobi\n+254 20 555 0100", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", new Tax("VAT", 1600, "P051234567A"));

    internal static async Task<OrganisationChanged> Handle(ChangeOrganisation command, Session session, CancellationToken ct)
    {
        if (command.Logo is { } logo) MustBePicture(logo, session.Service<Blobs>());
        var organisation = await session.Load<Organisation, OrganisationId>(OrganisationId.Ours, ct, command.Seen);
        return session.Append(organisation, organisation.Change(command.Name, command.Letterhead, command.TimeZone, command.Currency, command.Tax, command.Logo));
    }

    private static void MustBePicture(string logo, Blobs blobs)
    {
        using var picture = blobs.Open(logo);
        Refusal.If(picture is null || Identity.Organisation.LogoType(picture) is null, "organisation.logo", "The logo must be a PNG or JPEG picture that was uploaded before.");
    }
}
