
using System.Net.Http.Json;
using System.Text.Json;
using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Access;

/// <summary>Every endpoint, as every kind of person, at every distance, over HTTP; against the table that people approved.</summary>
public sealed class AccessMatrixTests(AccessMatrix matrix) : IClassFixture<AccessMatrix>
{
    /// <summary>Another program knocks here, with a secret that no kind of person has.</summary>
    private static readonly string[] WithASecretOfTheirOwn = ["POST /api/inbound/receipts"];

    private static readonly ParallelOptions Several = new() { MaxDegreeOfParallelism = 8 };

    [Fact]
    public async Task Each_door_opens_for_whom_the_table_names_and_for_nobody_else()
    {
        None(await WrongAnswers(matrix.Doors));
    }

    [Fact]
    public async Task Each_id_reaches_as_far_as_its_asker_sees()
    {
        var found = new System.Collections.Concurrent.ConcurrentDictionary<string, PolicyRow>();
        await Parallel.ForEachAsync(matrix.Doors, Several, async (door, _) => found[door.Door] = new(door.Door, Policy.Who(Rule.Of(door.Endpoint)!), await matrix.Reach(door.Endpoint)));
        if (Policy.Approving) Policy.Approve(found.Values);

        None(matrix.Told);
        None(found.Values.Where(r => r.Reach.Contains("odd[", StringComparison.Ordinal)).Select(r => r.ToString()));
        var approved = Policy.Approved();
        None(found.Values.Where(r => approved.GetValueOrDefault(r.Door)?.Reach != r.Reach).Select(r => $"{r.Door}: found {r.Reach}, approved {approved.GetValueOrDefault(r.Door)?.Reach}. Run ./do approve, and read what it changes."));
    }

    [Fact]
    public async Task The_feed_brings_nobody_what_they_do_not_see()
    {
        foreach (var actor in matrix.Actors.Where(a => a.Letter is not ('N' or 'E')))
        {
            var documents = (await Whole(actor, null)).Documents;
            Assert.True(documents.Count > 0, $"The feed brings {actor} nothing at all.");
            foreach (var document in documents) matrix.Overhear(actor, $"The feed's {document.Document}", new("ok", document.Body.ToJsonString()), []);
        }

        None(matrix.Told);
    }

    [Fact]
    public async Task Who_is_moved_to_another_branch_is_told_so_and_brought_that_branch_alone()
    {
        var (here, there) = (matrix.Plots[Distance.Own].Branch, matrix.Plots[Distance.Far].Branch);
        // The matrix has just tried the door of the sign-in more often than one address may in a minute.
        matrix.House.Time.Advance(TimeSpan.FromMinutes(20));
        var person = await matrix.House.Person("leaver@cast.example", new([Role.Dispatcher], Branches: [here]));
        var before = new Actor("leaver", 'D', (await matrix.House.SignedIn("leaver@cast.example")).Http, d => d is not (Distance.Far or Distance.Never));
        var cursor = (await Whole(before, null)).Cursor;

        await matrix.House.Admin.Post(new ChangeRights(person, new([Role.Dispatcher], Branches: [there])));
        matrix.House.Time.Advance(TimeSpan.FromSeconds(3));

        var after = before with { Sees = d => d == Distance.Far };
        var (documents, left, _) = await Whole(after, cursor);
        Assert.Contains($"branch:{here}", left);
        Assert.Contains(documents, d => d.Body.ToJsonString().Contains(matrix.Plots[Distance.Far].Mark, StringComparison.Ordinal));
        foreach (var document in documents) matrix.Overhear(after, $"The feed's {document.Document} after the move", new("ok", document.Body.ToJsonString()), []);
        None(matrix.Told);
    }

    [Fact]
    public async Task Doors_built_wrongly_are_found()
    {
        var doors = matrix.Planted;
        Assert.Equal(["GET /api/planted/ruleless does not say who may"], Policy.WithoutRule(doors));
        Assert.Contains(await WrongAnswers(doors), w => w.StartsWith("GET /api/planted/without-a-row answers customer with 200", StringComparison.Ordinal));
        Assert.DoesNotContain(await WrongAnswers(doors), w => w.StartsWith("GET /api/planted/ruleless", StringComparison.Ordinal));

        var past = doors.Single(d => d.Door.Contains("past-the-filters", StringComparison.Ordinal));
        Assert.Contains("odd[", await matrix.Reach(past.Endpoint), StringComparison.Ordinal);
        Assert.Contains(matrix.ToldByPlanted, t => t.Contains("tells customer what is Far", StringComparison.Ordinal));
    }

    private async Task<List<string>> WrongAnswers(IEnumerable<(string Door, Microsoft.AspNetCore.Routing.RouteEndpoint Endpoint)> doors)
    {
        var approved = Policy.Approved();
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var asked = from door in doors from actor in matrix.Actors where door.Door != "POST /api/session/sign-out" || actor.Letter == 'N' select (door.Door, actor);
        await Parallel.ForEachAsync(asked, Several, async (pair, _) =>
        {
            var (status, code) = await Knock.At(pair.actor, pair.Door);
            var may = approved.GetValueOrDefault(pair.Door)?.Who.Contains(pair.actor.Letter) is true;
            var right = WithASecretOfTheirOwn.Contains(pair.Door) ? status == 401 : may ? status is not (401 or 403 or 500) : (status, code) == (pair.actor.Letter == 'N' ? (401, "access.unauthenticated") : (403, "access.forbidden"));
            if (!right) wrong.Enqueue($"{pair.Door} answers {pair.actor} with {status} {code}");
        });
        return [.. wrong];
    }

    /// <summary>Every command that a role may not send is refused for that; what it may send, about something out of sight, is refused too.</summary>
    private string Epoch => matrix.House.Services.GetRequiredService<Installation>().Epoch;

    /// <summary>The feed up to its head: what it brought, what it said was lost, and where to go on.</summary>
    private static async Task<Catchup> Whole(Actor actor, string? cursor)
    {
        List<FeedLine> documents = [];
        List<string> left = [];
        for (var complete = false; !complete;)
        {
            var page = (await actor.Http.GetFromJsonAsync<FeedPage>($"/api/feed?cursor={cursor}&days=2026-11-22/2026-11-30", Wire.Json))!;
            documents.AddRange(page.Documents);
            left.AddRange(page.Left);
            (complete, cursor) = (page.Complete, page.Next);
        }

        return new(documents, left, cursor!);
    }

    private sealed record Catchup(List<FeedLine> Documents, List<string> Left, string Cursor);

    private static void None(IEnumerable<string> wrong)
    {
        List<string> lines = [.. wrong.Order(StringComparer.Ordinal)];
        Assert.True(lines.Count == 0, $"{lines.Count}:\n{string.Join('\n', lines)}\n");
    }
}
