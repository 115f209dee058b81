using System.Text.Json.Nodes;

namespace Callout.Simulation;

/// <summary>Makes of the sound server one that breaks a rule of the protocol, by changing what it is told and what it answers.</summary>
internal sealed class PlantedSync(string fault)
{
    private readonly Dictionary<string, string> ids = [];

    /// <summary>Sends a batch as the broken server would have read it.</summary>
    public async Task<JsonNode> Send(JsonObject body, Func<IReadOnlyCollection<Guid>, Task<HashSet<Guid>>> applied, Func<JsonObject, Task<JsonNode>> send)
    {
        List<JsonObject> lines = [.. body["commands"]!.AsArray().Select(c => c!.AsObject())];
        if (fault == "last writer wins") foreach (var line in lines) line.Remove("baseVersion");
        if (fault == "forgets receipts") await Forget(lines, applied);
        return fault is "takes any order" or "forgets receipts" ? await Apart(body, lines, send) : await send(body);
    }

    private async Task Forget(List<JsonObject> lines, Func<IReadOnlyCollection<Guid>, Task<HashSet<Guid>>> applied)
    {
        var known = await applied([.. lines.Select(l => Guid.Parse((string)l["id"]!))]);
        foreach (var line in lines.Where(l => known.Contains(Guid.Parse((string)l["id"]!))))
        {
            var fresh = Guid.CreateVersion7().ToString();
            ids[fresh] = (string)line["id"]!;
            line["id"] = fresh;
        }
    }

    // Each from a device of its own: nothing comes before anything.
    private async Task<JsonNode> Apart(JsonObject body, List<JsonObject> lines, Func<JsonObject, Task<JsonNode>> send)
    {
        var outcomes = new JsonArray();
        JsonNode answer = new JsonObject();
        foreach (var line in lines)
        {
            var alone = body.DeepClone().AsObject();
            (alone["device"], alone["commands"]) = (Guid.CreateVersion7().ToString(), new JsonArray(line.DeepClone()));
            alone["commands"]![0]!["n"] = 1;
            answer = await send(alone);
            if ((int)answer["status"]! != 200) return answer;
            foreach (var outcome in answer["body"]!["outcomes"]!.AsArray())
            {
                var told = outcome!.DeepClone();
                if (ids.TryGetValue((string)told["id"]!, out var id)) told["id"] = id;
                outcomes.Add(told);
            }
        }

        answer["body"]!["outcomes"] = outcomes;
        return answer;
    }
}
