namespace Callout.Identity;

/// <summary>The first run: what the installation cannot know by itself. The one who answers may put their own name and address in place of "Administrator".</summary>
[Refuses("organisation.already-begun", "organisation.name", "currency.unknown", "branch.code", "branch.name", "person.name", "person.email")]
public sealed record BeginOrganisation(string Organisation, DateTimeZone TimeZone, string Currency, string BranchCode, string Branch, string? Name = null, string? Email = null, BranchId? FirstBranch = null)
{
    internal static readonly BeginOrganisation Example = new("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "NBO", "Nairobi", "Ann Wambui", "ann@example.org");

    internal static async Task<OrganisationBegun> Handle(BeginOrganisation command, Session session, CancellationToken ct)
    {
        Refusal.If(await session.Of<Organisation>().AnyAsync(ct), "organisation.already-begun", "The organisation has been set up already; change it under Settings.");

        var (organisation, begun) = Identity.Organisation.Begin(command.Organisation, command.TimeZone, command.Currency);
        session.Add(organisation, begun);
        var (branch, opened) = Identity.Branch.Open(command.FirstBranch ?? session.New<BranchId>(), command.BranchCode, command.Branch, new(null, command.TimeZone.Id, command.Currency, "en"));
        session.Add(branch, opened);
        await Introduce(command, session, ct);
        return begun;
    }

    private static async Task Introduce(BeginOrganisation command, Session session, CancellationToken ct)
    {
        if ((command.Name ?? command.Email) is null || session.Principal.Person is not { } me) return;
        var person = await session.Load<Person, PersonId>(me, ct);
        session.Append(person, person.Change(command.Name ?? person.Name, command.Email ?? person.Email));
    }
}
