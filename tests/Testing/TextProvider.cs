using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Callout.Testing;

/// <summary>A provider of text messages, with what it was sent and the numbers that it refuses.</summary>
public sealed class TextProvider : IAsyncDisposable
{
    private readonly WebApplication app;

    private TextProvider(WebApplication app) => this.app = app;

    public Uri Url => new($"{app.Urls.First()}/send");

    public ConcurrentQueue<(JsonNode Body, IHeaderDictionary Headers, string Raw)> Sent { get; } = [];

    public ConcurrentBag<string> Refuses { get; } = [];

    public static async Task<TextProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new TextProvider(builder.Build());
        provider.app.MapPost("/send", (Delegate)provider.Take);
        await provider.app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> Take(HttpContext context)
    {
        var raw = await new StreamReader(context.Request.Body).ReadToEndAsync();
        var body = JsonNode.Parse(raw)!;
        if (Refuses.Contains((string)body["to"]!)) return Results.Json(new { reason = "This number is not reachable." }, statusCode: (int)HttpStatusCode.UnprocessableEntity);
        Sent.Enqueue((body, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value)), raw));
        return Results.Json(new { id = $"sms-{Sent.Count}" });
    }
}
