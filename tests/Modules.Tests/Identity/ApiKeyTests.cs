using System.Net;
using System.Net.Http.Headers;
using Callout.Identity;

namespace Callout.Modules.Tests.Identity;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_key_opens_what_its_rights_reach_until_it_is_revoked()
    {
        var (branch, other) = (await house.Branch("NBO"), await house.Branch("MSA"));
        var key = house.New<ApiKeyId>();
        var made = await house.Admin.Post(new CreateApiKey(key, "Web shop", Given.In(branch, Role.Support)));
        var program = With((string)made["secret"]!);

        Assert.Equal(branch, (await Read<Page<BranchLine>>(program, "branches")).Items.Single().Id);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/people")).StatusCode);

        await house.Admin.Post(new RevokeApiKey(key));
        house.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/branches")).StatusCode);
        Assert.NotNull((await house.Admin.Get<Page<ApiKeyLine>>("api-keys")).Items.Single().RevokedAt);
    }

    [Fact]
    public async Task A_key_ends_when_its_time_is_over()
    {
        var made = await house.Admin.Post(new CreateApiKey(house.New<ApiKeyId>(), "Trial", Given.Everywhere(Role.Auditor), house.Now + Duration.FromDays(1)));
        var program = With((string)made["secret"]!);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/branches")).StatusCode);
        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/branches")).StatusCode);
    }

    [Fact]
    public async Task The_first_start_prints_a_key_that_can_be_revoked()
    {
        var first = (await house.FirstStart())!;
        var program = With(first.ApiKey!);
        var key = (await Read<Page<ApiKeyLine>>(program, "api-keys")).Items.Single();
        await house.Admin.Post(new RevokeApiKey(key.Id));
        house.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/api-keys")).StatusCode);
    }

    private HttpClient With(string secret)
    {
        var http = new HttpClient { BaseAddress = house.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    private static async Task<T> Read<T>(HttpClient http, string path) => System.Text.Json.JsonSerializer.Deserialize<T>(await http.GetStringAsync($"/api/{path}"), Wire.Json)!;
}
