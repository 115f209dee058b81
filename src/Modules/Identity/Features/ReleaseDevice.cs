namespace Callout.Identity;

/// <summary>The device may go on where it stood.</summary>
[Refuses("device.not-stopped", "rights.beyond-yours")]
public sealed record ReleaseDevice(DeviceId Device)
{
    internal static readonly ReleaseDevice Example = new(LockDevice.Example.Device);

    internal static async Task<DeviceReleased> Handle(ReleaseDevice command, Session session, CancellationToken ct)
    {
        var device = await Reach.TouchDevice(command.Device, session, ct);
        return session.Append(device, device.Release());
    }
}
