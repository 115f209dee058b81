namespace Callout.Identity;

/// <summary>A browser or an installed app that somebody signed in on has been heard of for the first time.</summary>
[Event("device.enrolled")]
public sealed record DeviceEnrolled(DeviceId Device, PersonId Person) : IEvent;

[Event("device.locked")]
public sealed record DeviceLocked(DeviceId Device) : IEvent;

[Event("device.released")]
public sealed record DeviceReleased(DeviceId Device) : IEvent;

/// <summary>It is to delete what it holds as soon as it is heard of again.</summary>
/// <param name="HandsOver">It first gives what it has not sent to the office; otherwise that is gone.</param>
/// <param name="Unsent">How many actions it last said that it had not sent; null when it never said.</param>
[Event("device.to-wipe")]
public sealed record DeviceToWipe(DeviceId Device, bool HandsOver, int? Unsent) : IEvent;

/// <summary>It says that it has deleted everything.</summary>
/// <param name="HandedOver">How many actions it gave to the office before.</param>
/// <param name="Lost">How many it deleted without having sent them.</param>
[Event("device.wiped")]
public sealed record DeviceWiped(DeviceId Device, int HandedOver, int Lost) : IEvent;

public enum DeviceState
{
    InUse,

    /// <summary>Shows nothing and takes nothing in; what it holds stays on it.</summary>
    Locked,

    /// <summary>Is to be emptied as soon as it is heard of.</summary>
    Wiping,
    Wiped,
}
