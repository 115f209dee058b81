namespace Callout.Kernel;

/// <param name="After">The last number that had arrived from the device: what it recorded beyond it is gone.</param>
/// <param name="PersonName">Null when they are no longer known.</param>
public sealed record StorageLossLine(StorageLossId Id, DeviceId Device, string Person, string? PersonName, long After, Instant NoticedAt, string? SettledBy);

/// <summary>Devices that came back without what they had stored. Without <c>settled=true</c> only those that nobody has seen to.</summary>
public sealed record FindStorageLosses(bool? Settled, Guid? After, int? Limit)
{
    internal static async Task<Page<StorageLossLine>> Handle(FindStorageLosses query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<StorageLoss>();
        found = query.Settled ?? false ? found.Where(l => l.SettledBy != null) : found.Where(l => l.SettledBy == null);
        var page = await found.Page<StorageLoss, StorageLossId, StorageLoss>(query.After, query.Limit, l => l, ct);
        var names = await Actors.Names(page.Items.Select(l => l.Person), reading, ct);
        return new([.. page.Items.Select(l => new StorageLossLine(l.Id, l.Device, l.Person, names.GetValueOrDefault(l.Person), l.After, l.CreatedAt, l.SettledBy))], page.Next);
    }
}
