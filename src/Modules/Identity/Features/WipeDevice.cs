namespace Callout.Identity;

/// <summary>From its next contact on, the device deletes everything it holds.</summary>
/// <param name="HandsOver">First it gives what it has not sent to the office, where somebody decides about each action; otherwise that is gone.</param>
[Refuses("device.wiped", "device.reason", "rights.beyond-yours")]
public sealed record WipeDevice(DeviceId Device, bool HandsOver, string Reason)
{
    internal static readonly WipeDevice Example = new(LockDevice.Example.Device, true, "Handed to somebody else. Sign in anew.");

    internal static async Task<DeviceToWipe> Handle(WipeDevice command, Session session, CancellationToken ct)
    {
        var device = await Reach.TouchDevice(command.Device, session, ct);
        var unsent = await session.Of<DeviceReport>().Where(r => r.Device == command.Device).Select(r => (int?)r.Unsent).FirstOrDefaultAsync(ct);
        return session.Append(device, device.Wipe(command.HandsOver, command.Reason, unsent));
    }
}
