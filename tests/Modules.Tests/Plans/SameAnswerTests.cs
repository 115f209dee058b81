using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Plans;

/// <summary>A query gives one answer, whichever database it is asked of and in however many pages: shown of a grown house, where most of what lists are ordered by is the same many times over.</summary>
public sealed class SameAnswerTests(GrownHouse grown) : IClassFixture<GrownHouse>
{
    private const int Page = 7, Pages = 5;

    // What is each installation's own: the keys that it signs with, and what it was when it was opened.
    private static readonly string[] Own = ["technicians/{id}/calendar", "push-key", "session"];

    // A page holds the pairs of a stretch of accounts, the likeliest first, however many they are.
    private const string InStretches = "accounts/duplicates";

    [Fact]
    public async Task Short_pages_hold_what_a_long_one_holds_in_its_order()
    {
        List<string> torn = [];
        var paged = 0;
        foreach (var path in Paths().Where(p => !p.StartsWith(InStretches, StringComparison.Ordinal)))
        {
            if (await Ask(grown.House, With(path, $"limit={Page * Pages}")) is not JsonObject { } whole || whole["items"] is not JsonArray { Count: > Page } wanted || !whole.ContainsKey("next")) continue;
            paged++;
            var found = await InPages(path);
            if (!wanted.Take(found.Count).Select(Text).SequenceEqual(found.Take(wanted.Count))) torn.Add(path);
        }

        Assert.True(torn.Count == 0, string.Join("\n", torn));
        Assert.InRange(paged, 30, int.MaxValue);
    }

    [Fact]
    public async Task Both_databases_give_the_same_answer()
    {
        // Where there is SQLite alone there is nothing to compare it with; every test runs on PostgreSQL again.
        if (grown.House.Postgres is null) return;
        await using var twin = await grown.OnSqlite();
        List<string> differ = [];
        foreach (var path in Paths())
            if ((await Ask(grown.House, path), await Ask(twin, path)) is var (here, there) && Text(here) != Text(there)) differ.Add($"{path}\n  {Around(Text(here), Text(there))}");
        Assert.True(differ.Count == 0, string.Join("\n", differ));
    }

    private IEnumerable<string> Paths()
    {
        var asks = new Asks(grown.Db, grown.House.Now);
        return [.. grown.House.Services.GetRequiredService<Kernel.House>().Queries.Where(q => !Own.Contains(q.Route)).SelectMany(asks.Of).Distinct()];
    }

    private async Task<List<string>> InPages(string path)
    {
        List<string> found = [];
        string? after = null;
        for (var page = 0; page < Pages; page++)
        {
            var answer = (JsonObject)(await Ask(grown.House, With(path, $"limit={Page}{(after is null ? "" : $"&after={after}")}")))!;
            found.AddRange(((JsonArray)answer["items"]!).Select(Text));
            if ((after = (string?)answer["next"]) is null) break;
        }

        return found;
    }

    private static async Task<JsonNode?> Ask(TestHouse house, string path)
    {
        using var answer = await house.Admin.Http.GetAsync($"/api/{path}");
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text) : JsonValue.Create((int)answer.StatusCode);
    }

    private static string With(string path, string more) => path + (path.Contains('?') ? '&' : '?') + more;

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "";

    private static string Around(string here, string there)
    {
        var at = here.Zip(there).TakeWhile(both => both.First == both.Second).Count();
        string Cut(string text) => text[Math.Min(text.Length, Math.Max(0, at - 60))..Math.Min(text.Length, at + 60)];
        return $"{Cut(here)}\n  {Cut(there)}";
    }
}
