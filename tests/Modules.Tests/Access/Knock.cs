using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.Modules.Tests.Access;

/// <summary>What was answered, less what differs from one asking to the next.</summary>
/// <param name="Code"><c>ok</c>, or the problem's code.</param>
internal readonly record struct Heard(string Code, string Text)
{
    public bool IsMissing => Code == "missing";
}

/// <summary>Asks the server over HTTP, as somebody of the cast. Commands are tried and undone, so that every asking finds the same world.</summary>
internal static class Knock
{
    private const int LinesAtOnce = 60;

    private static readonly string PlaceForAHash = new('a', 64), AnotherPlace = new('b', 64);

    public static async Task<IReadOnlyList<Heard>> Try(Actor actor, CommandDefinition command, IReadOnlyList<JsonObject> bodies)
    {
        List<Heard> heard = [];
        foreach (var some in bodies.Chunk(LinesAtOnce))
        {
            var request = new BatchRequest([.. some.Select(b => new BatchLine(Guid.NewGuid(), command.Route, JsonSerializer.SerializeToElement(b)))]);
            using var answer = await actor.Http.PostAsJsonAsync("/api/batch?dryRun=true", request, Wire.Json);
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{command.Route} as {actor}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            heard.AddRange((await answer.Content.ReadFromJsonAsync<BatchAnswer>(Wire.Json))!.Outcomes.Select(o => new Heard(o.Code ?? "ok", o.Detail ?? "")));
        }

        // Many try the same rows at once, and on PostgreSQL some wait for each other for too long; alone, only what is broken fails again.
        for (var i = 0; i < heard.Count && bodies.Count > 1; i++)
            if (heard[i].Code == "failed") heard[i] = (await Try(actor, command, [bodies[i]]))[0];
        return heard;
    }

    /// <summary>The example of the command's page, with what it needs besides ids put in its place.</summary>
    public static JsonObject Example(CommandDefinition command, string blob)
    {
        var example = command.Body.GetField("Example", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public)!.GetValue(null)!;
        var body = JsonNode.Parse(Wire.Write(example).Replace(PlaceForAHash, blob, StringComparison.Ordinal).Replace(AnotherPlace, blob, StringComparison.Ordinal))!.AsObject();
        body.Remove("seen");
        if (body.ContainsKey("code")) body["code"] = "matrix";
        return body;
    }

    public static async Task<Heard> Get(Actor actor, string path)
    {
        using var answer = await actor.Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        if (answer.IsSuccessStatusCode) return new("ok", text);
        var problem = JsonSerializer.Deserialize<ProblemDocument>(text, Wire.Json)!;
        return new(problem.Code, problem.Detail);
    }

    /// <summary>At the door itself: nothing is sent that could be carried out.</summary>
    public static async Task<(int Status, string Code)> At(Actor actor, string door)
    {
        var (method, route) = (door[..door.IndexOf(' ')], door[(door.IndexOf(' ') + 1)..]);
        using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "POST" : method), Filled(route));
        if (method != "GET") request.Content = new StringContent("", System.Text.Encoding.UTF8, "application/json");
        using var answer = await actor.Http.SendAsync(request);
        var text = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? (string?)JsonNode.Parse(text)!["code"] ?? "" : "");
    }

    private static string Filled(string route) =>
        System.Text.RegularExpressions.Regex.Replace(route, @"\{(\w+)(:\w+)?\??\}", m => m.Groups[2].Value == ":int" ? "0" : m.Groups[2].Success || m.Groups[1].Value == "id" ? Guid.NewGuid().ToString() : "nothing");
}
