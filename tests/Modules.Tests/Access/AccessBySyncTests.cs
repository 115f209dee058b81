using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Access;

/// <summary>The same rules at the door of the sync. It has a house of its own: what is refused here waits in the sender's office in the sender's own words, ids of elsewhere among them.</summary>
public sealed class AccessBySyncTests(AccessMatrix matrix) : IClassFixture<AccessMatrix>
{
    [Fact]
    public async Task What_is_sent_through_sync_meets_the_same_rules()
    {
        var wrong = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Parallel.ForEachAsync(matrix.Actors, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (actor, _) =>
        {
            foreach (var line in await Pushed(actor)) wrong.Enqueue(line);
        });
        Assert.Empty(wrong);
    }

    private async Task<List<string>> Pushed(Actor actor)
    {
        var (house, far) = (matrix.House.Services.GetRequiredService<House>(), matrix.Plots[Distance.Far]);
        var (device, n, sent) = (matrix.House.New<DeviceId>(), 0L, new List<(CommandDefinition Command, bool May, SyncLine Line)>());
        foreach (var command in house.Commands.Where(c => c.Route != "together"))
        {
            var may = Policy.Who(command.May).Contains(actor.Letter);
            var body = Knock.Example(command, far.Blob);
            var seen = Slot.In(command.Body, body).FirstOrDefault(s => s.Needed && Policy.Approved()[$"POST /api/{command.Route}"].Reach.Split(' ').Contains($"{s.Path}:seen"));
            if (may && (seen is null || far.Rows(seen.Type).Count == 0 || actor.Sees(Distance.Far))) continue;
            seen?.Set(body, far.Rows(seen.Type).FirstOrDefault());
            sent.Add((command, may, new SyncLine(Guid.NewGuid(), ++n, command.Route, JsonSerializer.SerializeToElement(body), matrix.House.Now)));
        }

        List<string> wrong = [];
        foreach (var some in sent.Chunk(100))
        {
            using var answer = await actor.Http.PostAsJsonAsync("/api/sync", new SyncRequest(matrix.House.Services.GetRequiredService<Installation>().Epoch, device, [.. some.Select(s => s.Line)]), Wire.Json);
            if (actor.Letter is 'N' or 'E')
            {
                if ((int)answer.StatusCode != (actor.Letter == 'N' ? 401 : 403)) wrong.Add($"sync answers {actor} with {answer.StatusCode}");
                continue;
            }

            var outcomes = (await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!.Outcomes;
            if (outcomes.Count != some.Length) wrong.Add($"sync gives {actor} {outcomes.Count} outcomes for {some.Length} lines");
            wrong.AddRange(some.Zip(outcomes).Where(p => p.Second.Outcome != "refused" || (!p.First.May && p.Second.Code != "access.forbidden"))
                .Select(p => $"{p.First.Command.Route} from {actor}'s device: {p.Second.Outcome} {p.Second.Code}"));
        }

        return wrong;
    }
}
