namespace Callout.Kernel;

/// <summary>The outbox of a device that cannot send it itself, brought by somebody else: carried out as the device recorded it, in the name of the person it belongs to.</summary>
public sealed class BroughtOutbox
{
    private readonly SyncDoor door;
    private readonly Dbs dbs;

    internal BroughtOutbox(SyncDoor door, Dbs dbs) => (this.door, this.dbs) = (door, dbs);

    /// <summary>Those of these commands that have their answer already, whichever way they came.</summary>
    public async Task<IReadOnlyDictionary<Guid, Outcome>> Known(IEnumerable<Guid> commands, CancellationToken ct)
    {
        List<Guid> asked = [.. commands];
        await using var db = dbs.Open(Sight.Everything);
        return await db.Set<Receipt>().AsNoTracking().Where(r => asked.Contains(r.CommandId)).ToDictionaryAsync(r => r.CommandId, r => r.Outcome, ct);
    }

    public Task<SyncOutcome> Take(DeviceId device, SyncLine line, Principal person, CancellationToken ct) => door.Bring(device, line, person, ct);
}
