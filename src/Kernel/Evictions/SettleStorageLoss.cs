namespace Callout.Kernel;

/// <summary>What was lost with a device's storage has been recorded again, or was nothing.</summary>
[Refuses("storage-loss.settled")]
public sealed record SettleStorageLoss(StorageLossId Loss)
{
    internal static readonly SettleStorageLoss Example = new(StorageLossId.From(new("0199f3a0-0000-7000-8000-00000000510e")));

    internal static async Task<StorageLossSettled> Handle(SettleStorageLoss command, Session session, CancellationToken ct)
    {
        var loss = await session.Load<StorageLoss, StorageLossId>(command.Loss, ct);
        return session.Append(loss, loss.Settle(session.Principal.Key));
    }
}
