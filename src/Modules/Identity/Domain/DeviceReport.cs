namespace Callout.Identity;

/// <summary>What a device last said of itself: noise, so it is kept as it is now, and is no event.</summary>
internal sealed class DeviceReport
{
    private const int NameLength = 80;

    private static readonly Duration Noticed = Duration.FromMinutes(1);

    public DeviceId Device { get; init; }

    /// <summary>The sign-in that it last came with.</summary>
    public TicketId? Ticket { get; private set; }

    public Instant HeardAt { get; private set; }

    /// <summary>Such as <c>Chrome on Android</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Of the pages that it runs.</summary>
    public string Version { get; private set; } = "";

    public int Unsent { get; private set; }

    public Instant? OldestUnsent { get; private set; }

    public int Files { get; private set; }

    public long FileBytes { get; private set; }

    /// <summary>When it last had everything that there was for it, by its clock.</summary>
    public Instant? CaughtUpAt { get; private set; }

    public long? Used { get; private set; }

    public long? Room { get; private set; }

    /// <summary>The browser has promised not to throw its storage away.</summary>
    public bool IsProtected { get; private set; }

    /// <summary>Written when it says something else, and once a minute otherwise.</summary>
    public bool IsNews(DeviceSays says, TicketId? ticket, Instant now) =>
        now > HeardAt + Noticed || Ticket != ticket || Unsent != says.Unsent || Files != says.Files || Version != says.Version;

    public void Hear(DeviceSays says, TicketId? ticket, Instant now)
    {
        (HeardAt, Ticket, Name, Version) = (now, ticket, Short(says.Name), Short(says.Version));
        (Unsent, OldestUnsent, Files, FileBytes) = (Math.Max(0, says.Unsent), says.OldestUnsent?.ToMicroseconds(), Math.Max(0, says.Files), Math.Max(0, says.FileBytes));
        (CaughtUpAt, Used, Room, IsProtected) = (says.CaughtUpAt?.ToMicroseconds(), says.Used, says.Room, says.IsProtected);
    }

    private static string Short(string? text) => text is null ? "" : text.Length <= NameLength ? text : text[..NameLength];
}
