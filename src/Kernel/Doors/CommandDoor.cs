using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>POST /api/visits/complete with an Idempotency-Key.</summary>
internal static class CommandDoor
{
    public const string KeyHeader = "Idempotency-Key";

    public static void Map(IEndpointRouteBuilder endpoints, CommandDefinition command) =>
        endpoints.Open(HttpMethods.Post, command.Route, context => Post(context, command), command.Module, command.Body)
            .WithMetadata(command, new AcceptsMetadata(["application/json"], command.Body), PlainDoor.Answers(200, command.Answer), PlainDoor.Refuses(422));

    private static async Task Post(HttpContext context, CommandDefinition command)
    {
        var principal = command.May.Check(context.Principal);
        var id = Key(context);
        var said = await context.Request.ReadFromJsonAsync<JsonElement>(Wire.Json, context.RequestAborted);
        var body = said.Deserialize(command.Body, Wire.Json) ?? throw new Unreadable("$", "A JSON object is needed here.");
        var receipt = await context.RequestServices.GetRequiredService<Commands>().Run(command, body, Wire.Hash(command.Route, said), new Envelope(id, principal), context.RequestAborted);
        await (receipt.Problem is { } problem ? Problems.Write(context, problem) : Answer(context, receipt.Shown ?? receipt.Answer!));
    }

    private static Guid Key(HttpContext context) =>
        Guid.TryParse(context.Request.Headers[KeyHeader], out var id) && id != Guid.Empty
            ? id
            : throw new Unreadable(KeyHeader, "Give the command an id of its own: a UUID in this header. Send the same again to ask what became of it.", "request.key-missing");

    private static Task Answer(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
