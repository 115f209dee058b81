namespace Callout.Kernel;

/// <summary>A command from a device that makes the server fail: kept as it came, and after five failures, or when nobody understands it any more, left to a person.</summary>
internal sealed class DeadLetter
{
    public const int AttemptsAtMost = 5;

    public Guid CommandId { get; init; }

    public DeviceId Device { get; init; }

    public string Type { get; init; } = "";

    /// <summary>The version of the command's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The body as the device sent it.</summary>
    public string Raw { get; private set; } = "";

    public int Attempts { get; private set; }

    public string Error { get; private set; } = "";

    public Instant At { get; private set; }

    public static DeadLetter Of(SyncLine line, DeviceId device) => new() { CommandId = line.Id, Device = device, Type = line.Type, Schema = line.Schema, Raw = line.Body.GetRawText() };

    /// <summary>Somebody it tells of is erased: that it came stays.</summary>
    public void Forget() => (Raw, Error) = ("", "(erased)");

    public void Fail(string error, Instant at, int times = 1) => (Attempts, Error, At) = (Attempts + times, error, at);
}
