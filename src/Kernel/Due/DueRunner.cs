using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>Sends each due command once, as Callout itself: whichever node deletes its row in the transaction of the effect.</summary>
internal sealed class DueRunner(House house, Dbs dbs, Writer writer, IClock clock, ILogger<DueRunner> log) : Worker("due")
{
    private const int Batch = 32, AttemptsAtMost = 8;

    public override async Task<bool> Step(CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        var now = clock.GetCurrentInstant();
        var due = await db.Set<Due>().AsNoTracking().Where(d => d.At <= now && d.Parked == null).OrderBy(d => d.At).Take(Batch).ToListAsync(ct);
        foreach (var row in due) await Send(row, ct);
        return due.Count == Batch;
    }

    private async Task Send(Due due, CancellationToken ct)
    {
        try
        {
            await writer.Write(Envelope.System(due.Id), (session, ct) => Send(due, session, ct), ct);
        }
        catch (Exception error) when (Problem.Of(error) is { IsFinal: true })
        {
            log.LogInformation("{Command} planned as {Key} came too late: {Reason}", due.Command, due.Key, error.Message);
            await writer.Write(Envelope.System(due.Id), (session, ct) => Take(due, session, ct), ct);
        }
        catch (Exception error) when (error is not (OperationCanceledException or Unknown or Full or Busy))
        {
            log.LogError(error, "{Command} planned as {Key} failed", due.Command, due.Key);
            await writer.Write(Envelope.System(due.Id), (session, ct) => Later(due, error.Message, session, ct), ct);
        }
    }

    private async Task<bool> Send(Due due, Session session, CancellationToken ct)
    {
        if (!await Take(due, session, ct)) return false;
        var (command, body) = house.Upcasters.Understand(due.Command, due.Schema, JsonSerializer.Deserialize<JsonElement>(due.Body));
        await command.Handle(body, session, ct);
        return true;
    }

    private static async Task<bool> Take(Due due, Session session, CancellationToken ct)
    {
        var row = await session.Locked<Due>().FirstOrDefaultAsync(d => d.Id == due.Id, ct);
        if (row is not null) session.Db.Remove(row);
        return row is not null;
    }

    private static async Task<bool> Later(Due due, string error, Session session, CancellationToken ct)
    {
        if (await session.Locked<Due>().FirstOrDefaultAsync(d => d.Id == due.Id, ct) is not { } row) return false;
        row.Attempts++;
        row.At = session.Now + Duration.FromSeconds(1 << row.Attempts);
        if (row.Attempts >= AttemptsAtMost) row.Parked = error;
        return true;
    }
}
