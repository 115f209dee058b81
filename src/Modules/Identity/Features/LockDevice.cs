namespace Callout.Identity;

/// <summary>From its next contact on, the device shows nothing and takes nothing in. What it holds stays on it, also what it has not sent.</summary>
[Refuses("device.stopped", "device.reason", "rights.beyond-yours")]
public sealed record LockDevice(DeviceId Device, string Reason)
{
    internal static readonly LockDevice Example = new(DeviceId.From(new("0199f3a0-0000-7000-8000-0000000de11c")), "Lost on the way. Call the office.");

    internal static async Task<DeviceLocked> Handle(LockDevice command, Session session, CancellationToken ct)
    {
        var device = await Reach.TouchDevice(command.Device, session, ct);
        return session.Append(device, device.Lock(command.Reason));
    }
}
