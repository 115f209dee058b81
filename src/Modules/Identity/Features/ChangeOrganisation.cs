namespace Callout.Identity;

/// <param name="Tax">What is usually charged; null where no tax is.</param>
[Refuses("organisation.name", "organisation.letterhead", "organisation.tax", "currency.unknown")]
public sealed record ChangeOrganisation(string Name, string Letterhead, DateTimeZone TimeZone, string Currency, Tax? Tax = null, long? Seen = null)
{
    internal static readonly ChangeOrganisation Example = new(
        "Baridi Cooling Ltd", "Enterprise Road 12, Nairobi\n+254 20 555 0100", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", new Tax("VAT", 1600, "P051234567A"));

    internal static async Task<OrganisationChanged> Handle(ChangeOrganisation command, Session session, CancellationToken ct)
    {
        var organisation = await session.Load<Organisation, OrganisationId>(OrganisationId.Ours, ct, command.Seen);
        return session.Append(organisation, organisation.Change(command.Name, command.Letterhead, command.TimeZone, command.Currency, command.Tax));
    }
}
