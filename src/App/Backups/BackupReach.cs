using Microsoft.EntityFrameworkCore;

namespace Callout.App.Backups;

/// <summary>Tells the house how far the backups in its folder reach.</summary>
internal sealed class BackupReach(BackupPlan plan, Sessions sessions, Durable durable)
{
    private readonly Dictionary<string, Copied> looked = [];

    /// <summary>The one that reaches least far decides: nobody knows today which of them will be put back.</summary>
    public async Task Look(CancellationToken ct)
    {
        var copies = Backup.In(plan.To).Select(Copy).OfType<Copied>().ToList();
        var reached = new List<long>();
        foreach (var copy in copies) reached.Add(await IsOurs(copy, ct) ? copy.Pos : 0);
        durable.Reach(reached.Count == 0 ? null : reached.Min());
    }

    // A damaged one will not be put back.
    private Copied? Copy(string path)
    {
        if (looked.TryGetValue(path, out var known)) return known;
        try
        {
            return looked[path] = Manifest.Read(path, null).Database;
        }
        catch (Exception error) when (error is Trouble or IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    // What was backed up before a restore to an earlier state went another way from there on.
    private Task<bool> IsOurs(Copied copy, CancellationToken ct) => sessions.Read(Principal.System, async reading =>
        await reading.Of<LedgerEntry>().Where(e => e.Pos == copy.Pos).Select(e => e.Hash).FirstOrDefaultAsync(ct) is { } hash && Convert.ToHexStringLower(hash) == copy.Hash);
}
