using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Messaging;

/// <summary>What a provider says later of a message that it took: it has arrived, or it never will and goes the next way.</summary>
/// <param name="Message">The id that we gave it, as in its webhook-id.</param>
/// <param name="Reference">The id that the provider answered with; one of another way is past and changes nothing.</param>
public sealed record TakeReceipt(Guid Message, string? Reference, bool Delivered, string? Reason = null)
{
    internal static readonly TakeReceipt Example = new(new("0199f3a0-0000-7000-8000-000000040001"), "sms-1", true);

    internal static async Task<MessageSettled> Handle(TakeReceipt command, Session session, CancellationToken ct)
    {
        var message = (await session.LoadAll<Message>(m => m.Key == command.Message, ct)).FirstOrDefault() ?? throw new Missing();
        if (message.State != MessageState.Sent || (command.Reference is not null && command.Reference != message.Reference)) return new(message.State);
        if (command.Delivered)
        {
            session.Append(message, message.Delivered());
            return new(message.State);
        }

        session.Append(message, message.Refuse(command.Reason ?? "It did not arrive.", session.Now));
        if (message.State == MessageState.Queued) session.Keep(new Delivery { Message = message.Id, NextAt = session.Now });
        return new(message.State);
    }
}

/// <summary>POST /api/inbound/receipts, signed as our own messages are: {"message":"msg_…","id":"…","state":"delivered|failed","reason":"…"}.</summary>
internal static class ReceiptDoor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/inbound/receipts", (Delegate)Post).WithTags("messaging").WithSummary("say what became of a message").WithMetadata(May.Anyone)
            .Accepts<Said>("application/json").Produces(202);

    private static async Task<IResult> Post(HttpContext context, SignedHooks hooks, Commands commands, House house)
    {
        var said = Read(await hooks.Read(context, context.RequestAborted));
        var key = Guid.TryParseExact((said.Message ?? "").Replace("msg_", "", StringComparison.Ordinal), "N", out var id) ? id : throw new Unreadable("message", "Give the id of the message, as in its webhook-id.");
        var isDelivered = said.State switch { "delivered" => true, "failed" => false, _ => throw new Unreadable("state", "It is either delivered or failed.") };
        var receipt = await commands.Run(house.CommandAt("messages/receipt")!, new TakeReceipt(key, said.Id, isDelivered, said.Reason), Envelope.System(Guid.NewGuid()), context.RequestAborted);
        if (receipt.Problem is { Code: var code }) return code.Contains("missing", StringComparison.Ordinal) ? throw new Missing() : throw new Refusal(code, receipt.Problem.Detail);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static Said Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Said>(body, Wire.Json) ?? throw new Unreadable("$", "A JSON object is needed here.");
        }
        catch (JsonException)
        {
            throw new Unreadable("$", "A JSON object is needed here.");
        }
    }

    internal sealed record Said(string? Message, string? Id, string? State, string? Reason);
}
