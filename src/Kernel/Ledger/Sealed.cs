namespace Callout.Kernel;

/// <summary>A personal value in an event: the id of a row sealed with that person's key. Destroy the key and it is gone, while the chain still holds.</summary>
public readonly record struct Sealed(Guid Value) : IId<Sealed>
{
    public static Sealed From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public sealed class PersonalValue
{
    public Sealed Id { get; internal init; }

    public Guid Person { get; internal init; }

    public byte[] Cipher { get; internal init; } = [];
}

public sealed class PersonKey
{
    public Guid Person { get; internal init; }

    /// <summary>The key, wrapped with the installation's own, which is kept outside the database.</summary>
    public byte[] Wrapped { get; internal init; } = [];
}
