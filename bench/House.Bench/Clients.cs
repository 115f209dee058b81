using System.Diagnostics;
using System.Net.Http.Headers;

namespace Callout.House.Bench;

/// <summary>Callers that each send the next request when the last is answered.</summary>
internal sealed class Clients(Uri server, string key, int callers)
{
    private readonly List<HttpClient> https = [.. Enumerable.Range(0, callers).Select(_ =>
    {
        var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    })];

    /// <summary>Requests a second, and the 50th and 99th percentile of their times in milliseconds.</summary>
    public async Task<(double PerSecond, double P50, double P99)> Send(int count, Func<HttpRequestMessage> request)
    {
        var (left, times, watch) = (count, new List<double>[callers], Stopwatch.StartNew());
        await Task.WhenAll(https.Select((http, n) => Task.Run(async () =>
        {
            times[n] = [];
            while (Interlocked.Decrement(ref left) >= 0) times[n].Add(await Once(http, request()));
        })));
        var all = times.SelectMany(t => t).Order().ToList();
        return (count / watch.Elapsed.TotalSeconds, all[all.Count / 2], all[all.Count * 99 / 100]);
    }

    private static async Task<double> Once(HttpClient http, HttpRequestMessage request)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
    }
}
