using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>Work that follows the ledger or the clock. Any node may run it; its transactions see to it that each step is taken once.</summary>
public abstract class Worker(string name)
{
    public string Name => name;

    /// <summary>Takes one step; false when there is nothing more to do for now.</summary>
    public abstract Task<bool> Step(CancellationToken ct);
}

/// <summary>Keeps every worker going: at once when nudged, and once a second in case a nudge was lost.</summary>
internal sealed class Workers(IEnumerable<Worker> workers, Nudge nudge, ILogger<Workers> log) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1), Together = TimeSpan.FromMilliseconds(10);

    protected override Task ExecuteAsync(CancellationToken ct) => Task.WhenAll(workers.Select(w => Task.Run(() => Run(w, ct), ct)));

    private async Task Run(Worker worker, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var next = nudge.Next;
            try
            {
                if (await worker.Step(ct)) continue;
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "{Worker} failed and tries again", worker.Name);
                next = Task.Delay(Idle, ct);
            }

            await Task.WhenAny(next, Task.Delay(Idle, ct));
            await Task.Delay(Together, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
