namespace Callout.Identity;

public sealed record Me(PersonId Id, string Name, string Email);

public sealed record MyBranch(BranchId Id, string Code, string Name, string TimeZone, string Currency);

/// <param name="Demo">Its people and customers are invented.</param>
public sealed record MyOrganisation(string Name, string TimeZone, string Currency, bool Demo);

/// <param name="Person">Null for an API key.</param>
/// <param name="Organisation">Null until the first run has set it up.</param>
/// <param name="MustSetUpSecondStep">Until then, nothing else may be done.</param>
/// <param name="May">The commands and queries this role may send, by their routes.</param>
public sealed record SessionPage(
    Me? Person, IReadOnlyList<Role> Roles, bool HeadOffice, IReadOnlyList<MyBranch> Branches, ResourceId? Technician, AccountId? Account, MyOrganisation? Organisation,
    bool HasSecondStep, bool MustSetUpSecondStep, IReadOnlyList<string> May);

public sealed record WhoAmI
{
    private const int BranchesAtMost = 1000;

    internal static async Task<SessionPage> Handle(WhoAmI query, Reading reading, CancellationToken ct)
    {
        var (me, sight) = (reading.Principal, reading.Principal.Sight);
        var person = await reading.Of<Person>().Where(p => p.Id == me.Person).Select(p => new Me(p.Id, p.Name, p.Email)).FirstOrDefaultAsync(ct);
        var branches = await reading.Of<Branch>().OrderBy(b => b.Code).Take(BranchesAtMost).Select(b => new MyBranch(b.Id, b.Code, b.Name, b.TimeZone, b.Currency)).ToListAsync(ct);
        var demo = reading.Service<Installation>().Demo is not null;
        var organisation = await reading.Of<Organisation>().Select(o => new MyOrganisation(o.Name, o.TimeZone, o.Currency, demo)).FirstOrDefaultAsync(ct);
        var hasSecondStep = await reading.Of<Credential>().AnyAsync(c => c.Person == me.Person && c.SecondStep != null, ct);
        return new(
            person, [.. me.Roles.Order()], sight.Everywhere, branches, sight.Technician, sight.Account, organisation,
            hasSecondStep, me.Is(Role.Enrolling), Allowed(me, reading.Service<House>()));
    }

    private static IReadOnlyList<string> Allowed(Principal me, House house) =>
        [.. house.Commands.Where(c => c.May.Allows(me)).Select(c => c.Route).Concat(house.Queries.Where(q => q.May.Allows(me)).Select(q => q.Route)).Order(StringComparer.Ordinal)];
}
