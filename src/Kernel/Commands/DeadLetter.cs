namespace Callout.Kernel;

/// <summary>A command from a device that makes the server fail: kept as it came, and after five failures left to a person.</summary>
internal sealed class DeadLetter
{
    public const int AttemptsAtMost = 5;

    public Guid CommandId { get; init; }

    public DeviceId Device { get; init; }

    public string Type { get; init; } = "";

    /// <summary>The body as the device sent it.</summary>
    public string Raw { get; init; } = "";

    public int Attempts { get; private set; }

    public string Error { get; private set; } = "";

    public Instant At { get; private set; }

    public void Fail(string error, Instant at) => (Attempts, Error, At) = (Attempts + 1, error, at);
}
