using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Callout.App.Import;

/// <summary>Sends commands many at a time, and again when the server asks for a moment: the same id is never done twice.</summary>
internal sealed class BatchClient(HttpClient http, bool dryRun)
{
    private const int TriesAtMost = 8;

    public static HttpClient To(string url, string key)
    {
        var http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }

    public async Task<IReadOnlyDictionary<Guid, BatchOutcome>> Send(IReadOnlyList<BatchLine> lines, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await http.PostAsJsonAsync($"/api/batch?dryRun={(dryRun ? "true" : "false")}", new BatchRequest(lines), Wire.Json, ct);
            if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<BatchAnswer>(Wire.Json, ct))!.Outcomes.DistinctBy(o => o.Id).ToDictionary(o => o.Id);
            if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || attempt == TriesAtMost)
                throw new UsageException($"The server answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
            await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
        }
    }
}
