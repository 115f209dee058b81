using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <param name="OccurredAt">When it happened where it comes from; now, when left out.</param>
public sealed record BatchLine(Guid Id, string Type, JsonElement Body, Instant? OccurredAt = null);

public sealed record BatchRequest(IReadOnlyList<BatchLine> Commands);

/// <param name="Outcome"><c>applied</c>; <c>known</c> when the same was applied before; <c>refused</c>, which leaves no trace, so that it may be sent again.</param>
public sealed record BatchOutcome(Guid Id, string Outcome, string? Code = null, string? Detail = null);

public sealed record BatchAnswer(IReadOnlyList<BatchOutcome> Outcomes);

/// <summary>POST /api/batch: many commands that have nothing to do with each other, each a transaction of its own. With <c>?dryRun=true</c> each is tried and undone.</summary>
internal sealed class BatchDoor(House house, Commands commands, Sessions sessions, ILogger<BatchDoor> log)
{
    private const int LinesAtMost = 500;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/batch", (Delegate)((HttpContext context, BatchDoor door, bool? dryRun) => door.Post(context, dryRun ?? false)))
            .WithTags("sync").WithSummary("send many commands at once").WithMetadata(May.SignedIn)
            .Accepts<BatchRequest>("application/json").Produces<BatchAnswer>();

    private async Task<BatchAnswer> Post(HttpContext context, bool dryRun)
    {
        var principal = May.SignedIn.Check(context.Principal);
        var request = await context.Request.ReadFromJsonAsync<BatchRequest>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
        if (request.Commands.Count > LinesAtMost) throw new Unreadable("commands", $"Send at most {LinesAtMost} commands at once.");
        var known = await Known(request, principal, context.RequestAborted);
        return new([.. await Task.WhenAll(request.Commands.Select(line => known.Contains(line.Id) ? Task.FromResult(new BatchOutcome(line.Id, "known")) : Run(line, principal, dryRun, context.RequestAborted)))]);
    }

    private Task<HashSet<Guid>> Known(BatchRequest request, Principal principal, CancellationToken ct)
    {
        List<Guid> ids = [.. request.Commands.Select(c => c.Id)];
        return sessions.Read(principal, async reading => (await reading.Of<Receipt>()
            .Where(r => ids.Contains(r.CommandId) && r.Principal == principal.Key && r.Outcome == Outcome.Applied).Select(r => r.CommandId).ToListAsync(ct)).ToHashSet());
    }

    private async Task<BatchOutcome> Run(BatchLine line, Principal principal, bool dryRun, CancellationToken ct)
    {
        try
        {
            var command = house.CommandAt(line.Type) ?? throw new Refusal("command.unknown", $"This server knows no command {line.Type}.");
            var body = line.Body.Deserialize(command.Body, Wire.Json) ?? throw new JsonException("A JSON object is needed here.");
            var envelope = new Envelope(line.Id, principal) { OccurredAt = line.OccurredAt?.ToMicroseconds() };
            await commands.RunOrLeaveNoTrace(command, body, Wire.Hash(line.Type, line.Body), envelope, dryRun, ct);
            return new BatchOutcome(line.Id, "applied");
        }
        catch (Exception error) when (Problem.Of(error) is { } problem && problem.Status is not (429 or 503 or 507))
        {
            return new BatchOutcome(line.Id, "refused", problem.Code, problem.Field is null ? problem.Detail : $"{problem.Field}: {problem.Detail}");
        }
        catch (Exception error) when (Problem.Of(error) is null && error is not OperationCanceledException)
        {
            log.LogError(error, "{Command} in a batch failed", line.Type);
            return new BatchOutcome(line.Id, "refused", Problem.Ours.Code, Problem.Ours.Detail);
        }
    }
}
