using System.Net.Http.Headers;
using System.Text;

namespace Callout.App;

/// <summary>A command at the command line: through the same door as everyone's.</summary>
internal static class Call
{
    public static async Task<int> Run(string route, IReadOnlyList<string> args)
    {
        var (json, options) = args.Count > 0 && args[0].StartsWith('{') ? (args[0], Options.Of([.. args.Skip(1)])) : ("{}", Options.Of(args));
        if (Environment.GetEnvironmentVariable("CALLOUT_KEY") is not { Length: > 0 } key) throw new UsageException("Put an API key in CALLOUT_KEY; the first start of the server prints one.");
        using var http = new HttpClient { BaseAddress = new Uri(options.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{route}") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", (options.Id ?? Guid.NewGuid()).ToString());
        return await Send(http, request, options.Url);
    }

    private static async Task<int> Send(HttpClient http, HttpRequestMessage request, string url)
    {
        try
        {
            using var answer = await http.SendAsync(request);
            Console.WriteLine(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (HttpRequestException)
        {
            Console.Error.WriteLine($"Nobody answers at {url}; start the server with ./run, or say where it is with --url.");
            return 1;
        }
    }
}
