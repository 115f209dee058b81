using Callout.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Identity;

/// <summary>People and branches as a test finds them.</summary>
internal static class Given
{
    public const string Password = "seven teal herons yawn";

    public static Rights Everywhere(params Role[] roles) => new(roles, HeadOffice: true);

    public static Rights In(BranchId branch, params Role[] roles) => new(roles, Branches: [branch]);

    public static async Task<BranchId> Branch(this TestHouse house, string code, ZoneId? zone = null)
    {
        if (await house.Admin.Exists("organisation") is false)
            await house.Admin.Post(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "MAIN", "Main office"));
        var branch = house.New<BranchId>();
        await house.Admin.Post(new OpenBranch(branch, code, $"Branch {code}", Zone: zone));
        return branch;
    }

    /// <summary>Somebody who has set their password.</summary>
    public static async Task<PersonId> Person(this TestHouse house, string email, Rights rights)
    {
        var person = house.New<PersonId>();
        var invitation = await house.Admin.Post(new InvitePerson(person, "Somebody Else", email, rights));
        await house.SetPassword((string)invitation["link"]!);
        return person;
    }

    public static async Task SetPassword(this TestHouse house, string link, string password = Password)
    {
        using var answer = await new Browser(house).Post("password/set", new SetPassword(link.Split('/')[^1], password));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static Task<Browser> SignedIn(this TestHouse house, string email) => new Browser(house).SignedIn(email);

    public static Task<FirstSteps?> FirstStart(this TestHouse house) => house.Services.GetRequiredService<FirstStart>().Open(CancellationToken.None);

    public static async Task<bool> Exists(this Caller caller, string path) => (await caller.Http.GetAsync($"/api/{path}")).IsSuccessStatusCode;
}
