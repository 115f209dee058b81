using System.Net.Http.Json;
using System.Text.Json;

namespace Callout.House.Bench;

/// <summary>A list, a detail and feed polls that find nothing new, over as many requests as --count says.</summary>
internal static class ReadsBench
{
    public static async Task Run(Options options, Report report)
    {
        using var server = await options.Start();
        var clients = new Clients(server.Url, await server.Key, 32);
        await clients.Send(options.Count, CommandsBench.Receive);
        foreach (var (name, path) in new[] { ("list of requests", "/api/requests?limit=50"), ("one request", $"/api/requests/{await First(server)}"), ("feed poll, not modified", $"/api/feed?cursor={await Cursor(server)}") })
        {
            await clients.Send(options.Warm / 4, () => new HttpRequestMessage(HttpMethod.Get, path));
            var (perSecond, p50, p99) = await clients.Send(options.Warm / 4, () => new HttpRequestMessage(HttpMethod.Get, path));
            report.Add($"{name}/s", perSecond);
            report.Add($"{name}, p50 ms", p50);
            report.Add($"{name}, p99 ms", p99);
        }
    }

    private static async Task<string> First(ServerProcess server)
    {
        using var http = await Client(server);
        using var page = JsonDocument.Parse(await http.GetStringAsync("/api/requests?limit=1"));
        return page.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static async Task<HttpClient> Client(ServerProcess server)
    {
        var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await server.Key);
        return http;
    }

    private static async Task<string> Cursor(ServerProcess server)
    {
        using var http = await Client(server);
        for (string? cursor = null; ;)
        {
            var page = (await http.GetFromJsonAsync<FeedPage>($"/api/feed?cursor={cursor}", Wire.Json))!;
            cursor = page.Next;
            if (page.Complete && page.Documents.Count == 0) return cursor;
        }
    }
}
