namespace Callout.Identity;

/// <param name="Logo">The hash of the picture, which GET /api/organisation/logo shows.</param>
public sealed record OrganisationPage(string Name, string Letterhead, string TimeZone, string Currency, Tax? Tax, string? Logo, IReadOnlyList<Role> SecondStepFor, long Version);

public sealed record GetOrganisation
{
    internal static async Task<OrganisationPage> Handle(GetOrganisation query, Reading reading, CancellationToken ct)
    {
        var organisation = await reading.Get<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        var tax = organisation.TaxName.Length == 0 ? null : new Tax(organisation.TaxName, organisation.TaxRate, organisation.TaxNumber);
        return new(organisation.Name, organisation.Letterhead, organisation.TimeZone, organisation.Currency, tax, organisation.Logo, organisation.SecondStepFor, organisation.Version);
    }
}
