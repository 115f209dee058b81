using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>POST /api/sync: a device's commands in their order, each a transaction of its own. A refusal never stops the line.</summary>
internal sealed class SyncDoor(House house, Commands commands, Writer writer, Dbs dbs, Installation installation, Stores stores, Protocol protocol, IClock clock, ILogger<SyncDoor> log)
{
    private const int LinesAtMost = 100;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/sync", (Delegate)((HttpContext context, SyncDoor door) => door.Post(context)))
            .WithTags("sync").WithSummary("send what a device recorded").WithMetadata(May.SignedIn)
            .Accepts<SyncRequest>("application/json").Produces<SyncAnswer>().Produces<ProblemDocument>(409, "application/problem+json");

    private async Task Post(HttpContext context)
    {
        var principal = May.SignedIn.Check(context.Principal);
        protocol.Check(context);
        var request = await context.Request.ReadFromJsonAsync<SyncRequest>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
        if (request.Commands.Count > LinesAtMost) throw new Unreadable("commands", $"Send at most {LinesAtMost} commands at once.");
        if (request.Epoch != installation.Epoch)
        {
            await Problems.Write(context, new Problem(409, "sync.epoch-changed", $"The server was restored and is now in epoch {installation.Epoch}: read the feed anew, then send everything that you still hold.", "epoch"));
            return;
        }

        var outcomes = await Take(request, principal, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(new SyncAnswer(installation.Epoch, await Next(request.Device, principal, context.RequestAborted), clock.GetCurrentInstant(), outcomes), Wire.Json, context.RequestAborted);
    }

    private async Task<List<SyncOutcome>> Take(SyncRequest request, Principal principal, CancellationToken ct)
    {
        List<SyncOutcome> outcomes = [];
        foreach (var line in request.Commands)
        {
            var outcome = await Take(request, line, principal, ct);
            outcomes.Add(outcome);
            if (outcome.Outcome is "gap" or "failed") break;
        }

        return outcomes;
    }

    /// <summary>What a device recorded and another brings: carried out outside its line, so that it may still come with it itself and hear the same answer.</summary>
    internal Task<SyncOutcome> Bring(DeviceId device, SyncLine line, Principal principal, CancellationToken ct) =>
        Take(line, Envelope(new SyncRequest(installation.Epoch, device, []), line, principal) with { N = null }, ct);

    private Task<SyncOutcome> Take(SyncRequest request, SyncLine line, Principal principal, CancellationToken ct) => Take(line, Envelope(request, line, principal), ct);

    private async Task<SyncOutcome> Take(SyncLine line, Envelope envelope, CancellationToken ct)
    {
        try
        {
            return SyncOutcome.Of(line, await Run(line, envelope, ct));
        }
        catch (Gap gap)
        {
            return new SyncOutcome(line.Id, line.N, "gap", Code: "command.gap", Detail: gap.Message);
        }
        catch (NumberReused reused)
        {
            await stores.WentBack(envelope.Device!.Value, envelope.Principal, reused.Next, ct);
            return new SyncOutcome(line.Id, line.N, "gap", Code: "command.n-reused", Detail: reused.Message);
        }
        catch (NotYetSpoken newer)
        {
            return new SyncOutcome(line.Id, line.N, "failed", Code: "command.newer", Detail: newer.Message);
        }
        catch (NoLongerSpoken older)
        {
            return await Failed(line, envelope, older, DeadLetter.AttemptsAtMost, ct);
        }
        catch (Exception error) when (Problem.Of(error) is { IsFinal: true } problem)
        {
            return SyncOutcome.Of(line, problem);
        }
        catch (Exception error) when (Problem.Of(error) is null && error is not OperationCanceledException)
        {
            log.LogError(error, "{Command} from a device failed", line.Type);
            return await Failed(line, envelope, error, 1, ct);
        }
    }

    internal Task<Receipt> Run(SyncLine line, Envelope envelope, CancellationToken ct)
    {
        try
        {
            var (command, body) = house.Upcasters.Understand(line.Type, line.Schema, line.Body);
            return commands.Run(command, body, Hash(line), envelope, ct);
        }
        catch (Exception error) when (error is JsonException or Refusal)
        {
            return commands.Refuse(envelope, Hash(line), Problem.Of(error)!, Outcome.Refused, ct);
        }
    }

    /// <summary>Not the device's fault: it sends the command again, and after five failures the server keeps it for a person.</summary>
    private async Task<SyncOutcome> Failed(SyncLine line, Envelope envelope, Exception error, int times, CancellationToken ct)
    {
        var attempts = await writer.Write(envelope, async (session, ct) =>
        {
            var letter = await session.Locked<DeadLetter>().FirstOrDefaultAsync(l => l.CommandId == line.Id, ct);
            if (letter is null) session.Keep(letter = DeadLetter.Of(line, envelope.Device!.Value));
            letter.Fail($"{error.GetType().Name}: {error.Message}", session.Now, times);
            return letter.Attempts;
        }, ct);
        if (attempts < DeadLetter.AttemptsAtMost) return new SyncOutcome(line.Id, line.N, "failed", Code: Problem.Ours.Code, Detail: Problem.Ours.Detail);
        var parked = new Problem(500, "command.parked", "The server cannot carry this out. It is kept, and someone in the office has been told.");
        return SyncOutcome.Of(line, await commands.Refuse(envelope, Hash(line), parked, Outcome.Parked, ct));
    }

    internal Envelope Envelope(SyncRequest request, SyncLine line, Principal principal)
    {
        var sameBoot = line.BootId is not null && line.BootId == request.BootId;
        var offset = request.SentAt is { } sent ? clock.GetCurrentInstant() - sent : Duration.Zero;
        return new Envelope(line.Id, principal)
        {
            Device = request.Device, N = line.N, Line = line, Entity = Guid.TryParse(line.Entity, out var entity) ? entity : null,
            // Versions seen before a restore have been given again since.
            BaseVersion = line.BaseVersion is not null && line.Epoch is { } epoch && epoch != request.Epoch ? 0 : line.BaseVersion,
            OccurredAt = (line.DeviceTime + offset).ToMicroseconds(),
            OccurredQuality = request.SentAt is null ? TimeQuality.Unknown : sameBoot ? TimeQuality.Exact : TimeQuality.Estimated,
        };
    }

    private async Task<long> Next(DeviceId device, Principal principal, CancellationToken ct)
    {
        await using var db = dbs.Open(principal.Sight);
        return await db.Set<DeviceTurn>().Where(t => t.Device == device && t.Principal == principal.Key).Select(t => (long?)t.Next).FirstOrDefaultAsync(ct) ?? 1;
    }

    private static byte[] Hash(SyncLine line) => Wire.Hash(line.Type, line.Body);
}
