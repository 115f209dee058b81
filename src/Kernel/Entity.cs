namespace Callout.Kernel;

/// <summary>A row that is changed only by loading it, asking it, and appending the event it returns.</summary>
public abstract class Entity
{
    public long Version { get; private set; }

    public Instant CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public Instant ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    internal abstract Guid Key { get; }

    internal void Stamp(Instant at, string by)
    {
        if (Version++ == 0) (CreatedAt, CreatedBy) = (at, by);
        (ChangedAt, ChangedBy) = (at, by);
    }
}

public abstract class Entity<TId> : Entity where TId : struct, IId<TId>
{
    public TId Id { get; protected init; }

    internal override Guid Key => Id.Value;
}
