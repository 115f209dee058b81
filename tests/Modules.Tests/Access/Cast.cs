using System.Net;
using System.Net.Http.Headers;
using Callout.Identity;
using Callout.Modules.Tests.Identity;

namespace Callout.Modules.Tests.Access;

/// <summary>Somebody at the door, signed in as people are.</summary>
/// <param name="Letter">Their column in the policy table.</param>
/// <param name="Sees">From how far off they see what stands in the branch; technicians and customers see their own alone.</param>
internal sealed record Actor(string Name, char Letter, HttpClient Http, Func<Distance, bool> Sees)
{
    public bool SeesBranches => Sees(Distance.Near);

    public override string ToString() => Name;
}

/// <summary>One of every kind of person, and of every way in: cookies, API keys by scope, an account that was disabled, keys that are over.</summary>
internal sealed class Cast(TestHouse house, BranchId branch, ZoneId zone, ResourceId technician, AccountId account)
{
    private static readonly Func<Distance, bool> Everywhere = d => d != Distance.Never, InBranch = d => d is Distance.Own or Distance.Near or Distance.Ended, OwnOnly = d => d == Distance.Own, Nothing = _ => false;

    public List<Actor> Actors { get; } = [];

    public async Task Assemble()
    {
        // The second step is asked of super admins, so the one who has no app yet is one; the other one is a key, of which no second step is asked.
        await house.Admin.Post(new RequireSecondStep([Role.SuperAdmin]));
        await Key("super admin by key", 'S', new([Role.SuperAdmin], HeadOffice: true), Everywhere);
        await Person("enrolling", 'E', new([Role.SuperAdmin], HeadOffice: true), Nothing);
        await Person("operations manager", 'O', new([Role.OperationsManager], HeadOffice: true), Everywhere);
        await Person("branch manager", 'B', new([Role.BranchManager], Branches: [branch]), InBranch);
        await Person("dispatcher", 'D', new([Role.Dispatcher], Branches: [branch]), InBranch);
        await Person("dispatcher of a zone", 'D', new([Role.Dispatcher], Zones: [zone]), InBranch);
        await Person("technician", 'T', new([Role.Technician], Branches: [branch], Technician: technician), OwnOnly);
        await Person("accountant", 'A', new([Role.Accountant], Branches: [branch]), InBranch);
        await Person("support", 'P', new([Role.Support], Branches: [branch]), InBranch);
        await Key("support by key", 'P', new([Role.Support], Branches: [branch]), InBranch);
        await Person("auditor", 'U', new([Role.Auditor], HeadOffice: true), Everywhere);
        await Person("auditor of a branch", 'U', new([Role.Auditor], Branches: [branch]), InBranch);
        await Person("customer", 'C', new([Role.Customer], Account: account), OwnOnly);
        await Person("contractor", 'X', new([Role.Contractor], Technician: technician), OwnOnly);
        Actors.Add(new("nobody", 'N', Http(null), Nothing));
        await Disabled();
        await Over();
    }

    private async Task<PersonId> Person(string name, char letter, Rights rights, Func<Distance, bool> sees)
    {
        var person = await house.Person($"{name.Replace(' ', '-')}@cast.example", rights);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        Actors.Add(new(name, letter, (await house.SignedIn($"{name.Replace(' ', '-')}@cast.example")).Http, sees));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        return person;
    }

    private async Task Key(string name, char letter, Rights rights, Func<Distance, bool> sees, Instant? until = null) =>
        Actors.Add(new(name, letter, Http(await Key(house.New<ApiKeyId>(), name, rights, until)), sees));

    private async Task Disabled()
    {
        var person = await Person("disabled manager", 'N', new([Role.OperationsManager], HeadOffice: true), Nothing);
        await house.Admin.Post(new DisablePerson(person));
    }

    private async Task Over()
    {
        var revoked = house.New<ApiKeyId>();
        Actors.Add(new("revoked key", 'N', Http(await Key(revoked, "revoked", new([Role.SuperAdmin], HeadOffice: true), null)), Nothing));
        await house.Admin.Post(new RevokeApiKey(revoked));
        await Key("key of yesterday", 'N', new([Role.SuperAdmin], HeadOffice: true), Nothing, house.Now - Duration.FromDays(1));
    }

    private async Task<string> Key(ApiKeyId id, string name, Rights rights, Instant? until) => (string)(await house.Admin.Post(new CreateApiKey(id, name, rights, until)))["secret"]!;

    private HttpClient Http(string? key)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = house.Url };
        http.DefaultRequestHeaders.Add("X-Callout", "office");
        http.DefaultRequestHeaders.Add("Origin", house.Url.GetLeftPart(UriPartial.Authority));
        if (key is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
