using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel.Tests;

/// <summary>A client that is older than what the server still speaks is told so, and loses nothing by it.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly Guid bell = Guid.NewGuid();
    private TestHouse house = null!;
    private Caller ana = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new BellModule { Speaks = new Protocol(4) });
        ana = house.As(new Principal("person:ana", [Role.Technician], new Sight()));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task One_that_is_too_old_is_told_to_update_and_what_it_recorded_is_taken_afterwards()
    {
        var (phone, line) = (house.New<DeviceId>(), new SyncLine(Guid.CreateVersion7(), 1, "bells/ring", JsonSerializer.SerializeToElement(new Ring(bell, 1), Wire.Json), house.Now));
        foreach (var generation in new[] { null, "1", "0", "old" })
        {
            Assert.Equal("client.outdated", await Code(await Send(HttpMethod.Get, "feed", generation)));
            Assert.Equal("client.outdated", await Code(await Send(HttpMethod.Post, "sync", generation, new SyncRequest("", phone, [line]))));
        }

        Assert.Empty(await house.Ledger());
        var page = await (await Send(HttpMethod.Get, "feed", "2")).Content.ReadFromJsonAsync<FeedPage>(Wire.Json);
        using var answer = await Send(HttpMethod.Post, "sync", "2", new SyncRequest(page!.Epoch, phone, [line]));
        Assert.Equal("applied", Assert.Single((await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!.Outcomes).Outcome);
    }

    [Fact]
    public void The_present_generation_and_the_two_before_it_are_spoken_and_none_that_is_newer_is_turned_away()
    {
        var server = new Protocol(4);
        Assert.Equal(["2.", "3.", "4.", "5."], server.Beginnings);
        Assert.Equal([false, true, true, true, true], Enumerable.Range(1, 5).Select(g => server.Speaks($"{g}.build")));
        Assert.Equal([false, true], new[] { "FckmsR6a", "" }.Select(server.Speaks));
        Assert.True(Protocol.Ours.Speaks("FckmsR6a"));
    }

    [Fact]
    public async Task Whatever_is_answered_under_api_bears_the_servers_mark()
    {
        foreach (var (path, status) in new[] { ("feed", 422), ("nothing", 404), ("ready", 200) })
        {
            using var answer = await Send(HttpMethod.Get, path, "1");
            Assert.Equal((status, house.Services.GetRequiredService<Installation>().Epoch), ((int)answer.StatusCode, answer.Headers.GetValues("Callout-Epoch").Single()));
        }

        using var stranger = new HttpClient { BaseAddress = house.Url };
        using var unknown = await stranger.GetAsync("/api/feed");
        Assert.Equal((HttpStatusCode.Unauthorized, true), (unknown.StatusCode, unknown.Headers.Contains("Callout-Epoch")));
    }

    private Task<HttpResponseMessage> Send(HttpMethod method, string path, string? generation, object? body = null)
    {
        var request = new HttpRequestMessage(method, $"/api/{path}") { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Wire.Json) };
        if (generation is not null) request.Headers.Add(Protocol.Header, generation);
        return ana.Http.SendAsync(request);
    }

    private static async Task<string> Code(HttpResponseMessage answer)
    {
        using var told = answer;
        return (await told.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!.Code;
    }
}
