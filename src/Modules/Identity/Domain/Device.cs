namespace Callout.Identity;

/// <summary>One installation of the pages on a phone or a computer, as it named itself; it belongs to the person who used it first.</summary>
internal sealed class Device : Entity<DeviceId>
{
    private const int ReasonLength = 300;

    public PersonId Person { get; private init; }

    public DeviceState State { get; private set; }

    /// <summary>Whether it gives what it has not sent to the office before it deletes it.</summary>
    public bool HandsOver { get; private set; }

    /// <summary>Why it is locked or to be emptied, in words for who holds it.</summary>
    public string? Reason { get; private set; }

    public int HandedOver { get; private set; }

    public static (Device, DeviceEnrolled) Enrol(DeviceId id, PersonId person) => (new Device { Id = id, Person = person }, new DeviceEnrolled(id, person));

    public DeviceLocked Lock(string reason)
    {
        Refusal.If(State is not DeviceState.InUse, "device.stopped", $"This device is {Words(State)} already.");
        (State, Reason) = (DeviceState.Locked, Checked(reason));
        return new DeviceLocked(Id);
    }

    public DeviceReleased Release()
    {
        Refusal.If(State is not (DeviceState.Locked or DeviceState.Wiping), "device.not-stopped", State is DeviceState.Wiped ? "This device has emptied itself; its person signs in on it anew." : "This device is not locked.");
        (State, Reason) = (DeviceState.InUse, null);
        return new DeviceReleased(Id);
    }

    public DeviceToWipe Wipe(bool handsOver, string reason, int? unsent)
    {
        Refusal.If(State is DeviceState.Wiped, "device.wiped", "This device has emptied itself already.");
        (State, HandsOver, Reason) = (DeviceState.Wiping, handsOver, Checked(reason));
        return new DeviceToWipe(Id, handsOver, unsent);
    }

    public void MustHandOver() => Refusal.If(State is not DeviceState.Wiping || !HandsOver, "device.not-handing-over", "The office has not asked this device to hand over what it holds.");

    public DeviceWiped Emptied(int handedOver, int lost)
    {
        Refusal.If(State is not (DeviceState.Wiping or DeviceState.Wiped), "device.not-stopped", "The office has not asked this device to empty itself.");
        (State, HandedOver) = (DeviceState.Wiped, handedOver);
        return new DeviceWiped(Id, HandedOver, lost);
    }

    public void Forget() => Reason = null;

    private static string Checked(string reason)
    {
        Refusal.If(string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonLength, "device.reason", $"Say why, in at most {ReasonLength} characters; whoever holds the device reads it.");
        return reason.Trim();
    }

    private static string Words(DeviceState state) => state switch { DeviceState.Locked => "locked", DeviceState.Wiping => "being emptied", _ => "emptied" };
}
