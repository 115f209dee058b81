using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Testing;

/// <summary>Somebody at the front door.</summary>
public sealed class Caller
{
    private readonly TestHouse house;
    private readonly HttpClient http;

    internal Caller(TestHouse house, Principal principal)
    {
        (this.house, Principal) = (house, principal);
        http = new HttpClient { BaseAddress = house.Url };
        http.DefaultRequestHeaders.Add("Test-Principal", principal.Key);
    }

    public Principal Principal { get; }

    public HttpClient Http => http;

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<JsonNode> Post(object command, Guid? id = null)
    {
        using var answer = await Send(command, id);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{command} was answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Runs a command that must not succeed, and gives back the problem.</summary>
    public async Task<ProblemDocument> Refused(object command, Guid? id = null)
    {
        using var answer = await Send(command, id);
        return answer.IsSuccessStatusCode
            ? throw new InvalidOperationException($"{command} was not refused: {await answer.Content.ReadAsStringAsync()}")
            : (await answer.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!;
    }

    public Task<HttpResponseMessage> Send(object command, Guid? id = null)
    {
        var route = house.Services.GetRequiredService<House>().Commands.Single(c => c.Body == command.GetType()).Route;
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{route}") { Content = JsonContent.Create(command, command.GetType(), options: Wire.Json) };
        request.Headers.Add("Idempotency-Key", (id ?? Guid.CreateVersion7()).ToString());
        return http.SendAsync(request);
    }

    public async Task<T> Get<T>(string path) => (await http.GetFromJsonAsync<T>($"/api/{path}", Wire.Json))!;

    public async Task<ProblemDocument> NotGot(string path)
    {
        using var answer = await http.GetAsync($"/api/{path}");
        return (await answer.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!;
    }

    public Task<FeedPage> Feed(string? cursor = null, string? days = null) =>
        Get<FeedPage>($"feed?cursor={cursor}{(days is null ? "" : $"&days={days}")}");

    public async Task<SyncAnswer> Sync(SyncRequest request)
    {
        using var answer = await http.PostAsJsonAsync("/api/sync", request, Wire.Json);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!;
    }
}
