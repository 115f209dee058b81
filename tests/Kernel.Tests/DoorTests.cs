using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Callout.Kernel.Tests;

public sealed class DoorTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start(new BellModule());

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData("POST", "bells/ring", "{", 400, "request.unreadable", null)]
    [InlineData("POST", "bells/ring", """{"bell":7,"times":1}""", 400, "request.unreadable", "bell")]
    [InlineData("POST", "bells/ring", """{"times":1}""", 400, "request.unreadable", null)]
    [InlineData("POST", "bells/ring", """{"bell":"0199f3a0-0000-7000-8000-000000000001","times":"3"}""", 400, "request.unreadable", "times")]
    [InlineData("POST", "bells/ring", """{"bell":"0199f3a0-0000-7000-8000-000000000001","times":1,"colour":"red"}""", 400, "request.unreadable", "colour")]
    [InlineData("POST", "bells/ring", "null", 400, "request.unreadable", "$")]
    [InlineData("GET", "bells/ring", null, 405, "request.method", null)]
    [InlineData("GET", "bells/gone", null, 404, "missing", null)]
    [InlineData("GET", "requests?colour=red", null, 400, "request.unreadable", "colour")]
    [InlineData("GET", "requests?limit=many", null, 400, "request.unreadable", "limit")]
    [InlineData("GET", "work-orders/42", null, 400, "request.unreadable", "id")]
    [InlineData("GET", "work-orders/0199f3a0-0000-7000-8000-000000000001", null, 404, "missing", null)]
    [InlineData("GET", "feed?cursor=x", null, 400, "request.unreadable", "cursor")]
    [InlineData("GET", "feed?days=yesterday", null, 400, "request.unreadable", "days")]
    public async Task Bad_input_is_told_as_a_problem(string method, string path, string? body, int status, string code, string? field)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/{path}");
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await house.Admin.Http.SendAsync(request);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = (await answer.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!;
        Assert.Equal((status, status, code, field), ((int)answer.StatusCode, problem.Status, problem.Code, problem.Field));
        Assert.DoesNotContain("Callout.", problem.Detail);
    }

    [Fact]
    public async Task Only_json_is_read()
    {
        using var answer = await house.Admin.Http.PostAsync("/api/bells/ring", new StringContent("bell"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("request.content-type", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var http = new HttpClient { BaseAddress = house.Url };
        foreach (var path in new[] { "feed", "requests", "reactions/parked" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync($"/api/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync("/api/bells/ring", new { })).StatusCode);
    }

    [Fact]
    public async Task The_api_describes_each_command_with_an_example_and_its_refusals()
    {
        var api = JsonNode.Parse(await house.Admin.Http.GetStringAsync("/api/openapi.json"))!;
        var open = api["paths"]!["/api/work-orders/open"]!["post"]!;

        Assert.Contains("request.already-ordered", open["description"]!.GetValue<string>());
        Assert.NotNull(open["requestBody"]!["content"]!["application/json"]!["example"]!["workOrder"]);
        Assert.Equal("Idempotency-Key", open["parameters"]![0]!["name"]!.GetValue<string>());
        Assert.Contains("Scalar", await house.Admin.Http.GetStringAsync("/api/docs/"), StringComparison.OrdinalIgnoreCase);
    }
}
