namespace Callout.Kernel;

/// <summary>Something that happened. Holds ids, numbers and codes; never a personal value (see <see cref="Sealed"/>).</summary>
public interface IEvent;

/// <summary>The name under which an event is kept for ever. A changed shape takes a new version.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute(string name, int version = 1) : Attribute
{
    public string Name => name;

    public int Version => version;
}

/// <summary>How well we know when something happened.</summary>
public enum TimeQuality
{
    /// <summary>By the server's own clock, or by a device's after an exchange within the same boot.</summary>
    Exact,
    Estimated,
    Unknown,
}
