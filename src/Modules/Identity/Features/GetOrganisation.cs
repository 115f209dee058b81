namespace Callout.Identity;

public sealed record OrganisationPage(
    string Name, string Letterhead, string TimeZone, string Currency, Tax? Tax, IReadOnlyList<Role> SecondStepFor, IReadOnlyList<HolidayLine> Holidays, BranchId? ReportBranch, long Version);

/// <summary>With the public holidays of the last year and of those to come.</summary>
public sealed record GetOrganisation
{
    internal static async Task<OrganisationPage> Handle(GetOrganisation query, Reading reading, CancellationToken ct)
    {
        var organisation = await reading.Get<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        var from = reading.Now.InUtc().Date.PlusYears(-1);
        var holidays = await reading.Of<Holiday>().Where(h => h.Day >= from).OrderBy(h => h.Day).Take(500).Select(h => new HolidayLine(h.Day, h.Name)).ToListAsync(ct);
        var tax = organisation.TaxName.Length == 0 ? null : new Tax(organisation.TaxName, organisation.TaxRate, organisation.TaxNumber);
        return new(organisation.Name, organisation.Letterhead, organisation.TimeZone, organisation.Currency, tax, organisation.SecondStepFor, holidays, organisation.ReportBranch, organisation.Version);
    }
}
