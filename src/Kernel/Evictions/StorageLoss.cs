namespace Callout.Kernel;

public readonly record struct StorageLossId(Guid Value) : IId<StorageLossId>
{
    public static StorageLossId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

[Event("storage.lost")]
public sealed record StorageLost(StorageLossId Loss, DeviceId Device, long After) : IEvent;

[Event("storage.loss-settled")]
public sealed record StorageLossSettled(StorageLossId Loss) : IEvent;

/// <summary>A device came back without what it had stored: the browser had dropped it, or it was put back to an older state. What it had recorded beyond a number is gone with it.</summary>
internal sealed class StorageLoss : Entity<StorageLossId>
{
    /// <summary>Whose line of numbers ended there.</summary>
    public DeviceId Device { get; private init; }

    public string Person { get; private init; } = "";

    public ResourceId? Technician { get; private init; }

    /// <summary>Of an office's device, where it looks first.</summary>
    public BranchId? Branch { get; private init; }

    /// <summary>The last number that had arrived.</summary>
    public long After { get; private init; }

    public string? SettledBy { get; private set; }

    public static (StorageLoss Loss, StorageLost Event) Of(StorageLossId id, DeviceId device, Principal principal, long after)
    {
        var loss = new StorageLoss { Id = id, Device = device, Person = principal.Key, Technician = principal.Sight.Technician, Branch = principal.Sight.Branches is [var first, ..] ? first : null, After = after };
        return (loss, new StorageLost(id, device, after));
    }

    public StorageLossSettled Settle(string by)
    {
        Refusal.If(SettledBy is not null, "storage-loss.settled", "Somebody has seen to this already.");
        SettledBy = by;
        return new StorageLossSettled(Id);
    }
}

internal sealed class StorageLossMap : EntityMap<StorageLoss>
{
    protected override void Map(Mapping<StorageLoss> map)
    {
        map.SeenThrough((l, db) => l.Branch != null && db.SeesBranches.Contains(l.Branch.Value)).SeenByTechnician(l => l.Technician);
        map.NotPersonal(l => l.Person, l => l.SettledBy);
        map.Entity.HasIndex(l => l.SettledBy);
    }
}

/// <summary>For the person whose device it is, and for the office, until one of them has seen to it.</summary>
internal sealed record StorageLossShape(DeviceId Device, string Person, long After, Instant NoticedAt);

internal static class StorageLossDocument
{
    public static IEnumerable<Audience> Audiences(StorageLoss loss) => [Audience.Technician(loss.Technician), .. loss.Branch is { } branch ? new[] { Audience.Branch(branch) } : [], Audience.HeadOffice];

    public static Shapes Shapes(StorageLoss l) =>
        l.SettledBy is not null ? Kernel.Shapes.None : new StorageLossShape(l.Device, l.Person, l.After, l.CreatedAt) is var shape ? new() { Office = shape, Technician = shape } : Kernel.Shapes.None;
}
