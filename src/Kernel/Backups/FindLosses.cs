namespace Callout.Kernel;

/// <summary>What one restore took back.</summary>
/// <param name="Held">The last event that was still there.</param>
/// <param name="BackAgain">How many of the lost were sent again since, by the devices that held them.</param>
/// <param name="By">By whom, those with most to miss first.</param>
public sealed record LossPage(Instant FoundAt, long Held, int Lost, int BackAgain, IReadOnlyList<LostBy> By);

/// <param name="Device">Null when it was done at a desk: it comes back only when somebody does it again.</param>
public sealed record LostBy(string? Actor, string? ActorName, Guid? Device, int Lost, int BackAgain, Instant Last);

/// <summary>What restores of this installation lost, the newest first; so the office knows whom to call.</summary>
public sealed record FindLosses
{
    internal static async Task<IReadOnlyList<LossPage>> Handle(FindLosses query, Reading reading, CancellationToken ct)
    {
        var losses = reading.Service<WitnessBook>().Losses().ToList();
        var names = await Actors.Names(losses.SelectMany(l => l.Lost).Select(e => e.Actor).OfType<string>(), reading, ct);
        List<LossPage> pages = [];
        foreach (var loss in losses) pages.Add(Page(loss, await BackAgain(loss, reading, ct), names));
        return pages;
    }

    private static LossPage Page(Loss loss, HashSet<Guid> back, IReadOnlyDictionary<string, string> names)
    {
        bool IsBack(Witnessed e) => e.Command is { } command && back.Contains(command);
        var by = loss.Lost.GroupBy(e => (e.Actor, e.Device)).Select(g => new LostBy(
            g.Key.Actor, g.Key.Actor is null ? null : names.GetValueOrDefault(g.Key.Actor), g.Key.Device, g.Count(), g.Count(IsBack), g.Max(e => e.At)));
        return new LossPage(loss.FoundAt, loss.Held, loss.Lost.Count, loss.Lost.Count(IsBack), [.. by.OrderByDescending(b => b.Lost - b.BackAgain)]);
    }

    // The same command id means the same deed, wherever it stands now.
    private static async Task<HashSet<Guid>> BackAgain(Loss loss, Reading reading, CancellationToken ct)
    {
        HashSet<Guid> back = [];
        foreach (var some in loss.Lost.Select(e => e.Command).OfType<Guid>().Distinct().Chunk(500))
        {
            List<Guid> asked = [.. some];
            back.UnionWith(await reading.Of<LedgerEntry>().Where(e => asked.Contains(e.CommandId) && e.Pos > loss.Held).Select(e => e.CommandId).ToListAsync(ct));
        }

        return back;
    }
}
