using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Callout.App.Import;

/// <summary>Sends commands many at a time, and again when the server asks for a moment or the line breaks: the same id is never done twice.</summary>
internal sealed class BatchClient(HttpClient http, bool dryRun, TimeSpan? pause = null)
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
            var (outcomes, trouble) = await Try(lines, ct);
            if (outcomes is not null) return outcomes;
            if (attempt == TriesAtMost) throw new UsageException($"{trouble} What was taken is kept: run the same import again, and it goes on where it was.");
            await Task.Delay(pause ?? TimeSpan.FromSeconds(attempt), ct);
        }
    }

    /// <summary>Without outcomes nobody answered who could be believed, and it is not known what was done; the ids tell when it is sent again.</summary>
    private async Task<(IReadOnlyDictionary<Guid, BatchOutcome>? Outcomes, string Trouble)> Try(IReadOnlyList<BatchLine> lines, CancellationToken ct)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync($"/api/batch?dryRun={(dryRun ? "true" : "false")}", new BatchRequest(lines), Wire.Json, ct);
            var isOurs = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
            if (!isOurs) return (null, $"Something else answered in the server's place, with {(int)answer.StatusCode}. Is there a network before it that wants a sign-in?");
            if (answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<BatchAnswer>(Wire.Json, ct) is { Outcomes: { } told }) return (told.DistinctBy(o => o.Id).ToDictionary(o => o.Id), "");
            var said = $"The server answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}";
            return answer.StatusCode is HttpStatusCode.TooManyRequests || (int)answer.StatusCode is 200 or >= 500 ? (null, said) : throw new UsageException(said);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException || (broken is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return (null, $"The connection to the server broke: {broken.Message}");
        }
    }
}
