namespace Callout.Kernel;

/// <summary>A command that is to be sent when its time has come.</summary>
public sealed class Due
{
    public Guid Id { get; internal init; }

    /// <summary>Names the intention ("sla/0199…"), so that it can be moved or given up.</summary>
    public string Key { get; internal init; } = "";

    public Instant At { get; internal set; }

    public string Command { get; internal init; } = "";

    /// <summary>Of the command's shape.</summary>
    public int Schema { get; internal init; } = 1;

    public string Body { get; internal init; } = "";

    public int Attempts { get; internal set; }

    /// <summary>Set when it failed too often: a person looks at it.</summary>
    public string? Parked { get; internal set; }
}
