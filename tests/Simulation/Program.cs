using System.Text.Json;
using System.Text.Json.Nodes;
using Callout.Simulation;

// The real server, its clock and its disk in the hands of a simulation: one line of JSON asks, one line answers, nothing happens in between.
// web/tests/server holds the other side, which plays the devices and their network.
// What the server logs must not get between the answers.
var answers = Console.Out;
Console.SetOut(TextWriter.Null);
await using var world = new World();
while (await Console.In.ReadLineAsync() is { } line)
{
    JsonNode? answer;
    try
    {
        answer = await world.Do(JsonNode.Parse(line)!.AsObject());
    }
    catch (Exception error)
    {
        answer = new JsonObject { ["failed"] = error.ToString() };
    }

    await answers.WriteLineAsync((answer ?? new JsonObject()).ToJsonString(new JsonSerializerOptions { WriteIndented = false }));
}
