namespace Callout.Kernel;

/// <summary>A device's place in its own gap-free line of commands.</summary>
public sealed class DeviceTurn
{
    public DeviceId Device { get; private init; }

    public string Principal { get; private init; } = "";

    public long Next { get; private set; } = 1;

    /// <summary>Moves the line on in the transaction of the effect, so that nothing is skipped and nothing overtakes.</summary>
    /// <param name="known">The command has its answer already, from another device or from this one under another number: the line moves on all the same.</param>
    internal static async Task Take(Envelope envelope, bool known, Session session, CancellationToken ct)
    {
        if (envelope is not { Device: { } device, N: { } n }) return;
        var turn = await session.Locked<DeviceTurn>().FirstOrDefaultAsync(t => t.Device == device, ct);
        if (turn is null) session.Keep(turn = new DeviceTurn { Device = device, Principal = envelope.Principal.Key });
        if (turn.Principal != envelope.Principal.Key) throw new Forbidden("the person this device belongs to");
        if (n > turn.Next) throw new Gap(turn.Next);
        if (n == turn.Next) turn.Next++;
        else if (!known) throw new NumberReused(turn.Next);
    }
}

/// <summary>The device counts from where it once stood: its storage was put back, and what it recorded since goes into a line of its own.</summary>
internal sealed class NumberReused(long next) : Exception($"This device has used its numbers before {next} for other commands. It must take a new id, and count from 1.")
{
    public long Next => next;
}

/// <summary>The device must first send what comes before.</summary>
internal sealed class Gap(long next) : Exception($"Number {next} of this device comes first.")
{
    public long Next => next;
}
