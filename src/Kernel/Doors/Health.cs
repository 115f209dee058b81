using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>Whether this process can take work: it has written something within the last seconds, or can write now.</summary>
internal sealed class Health(Writer writer, IClock clock)
{
    private static readonly Duration Fresh = Duration.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private Instant written;

    public async Task<IResult> Ready()
    {
        try
        {
            if (clock.GetCurrentInstant() - written > Fresh) await Write();
            return Results.Text("ready");
        }
        catch (Exception error) when (error is TimeoutException or Unknown or Full or Busy)
        {
            return Results.Problem("Nothing can be written at the moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task Write()
    {
        await writer.Write(Envelope.System(Guid.NewGuid()), (session, ct) => Heartbeat.Beat(session, ct), CancellationToken.None).WaitAsync(Patience);
        written = clock.GetCurrentInstant();
    }
}

/// <summary>A row that is written only to see whether writing works.</summary>
internal static class Heartbeat
{
    private const string Name = "heartbeat";

    public static async Task<bool> Beat(Session session, CancellationToken ct)
    {
        var setting = await session.Locked<Setting>().FirstOrDefaultAsync(s => s.Name == Name, ct);
        if (setting is null) session.Keep(setting = new Setting { Name = Name });
        setting.Value = session.Now.ToString();
        return true;
    }
}
