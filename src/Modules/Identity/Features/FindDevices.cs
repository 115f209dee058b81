namespace Callout.Identity;

public enum DevicesOnly
{
    /// <summary>Not heard of for a day.</summary>
    Silent,

    /// <summary>With actions or photos that it has not sent.</summary>
    Unsent,

    /// <summary>Locked, being emptied, or emptied.</summary>
    Stopped,

    /// <summary>Of a version that this server does not understand any more: it keeps what it records until it is updated.</summary>
    Outdated,
}

/// <param name="Name">Such as <c>Chrome on Android</c>; empty when it said nothing.</param>
/// <param name="HeardAt">When it last said how it stands.</param>
/// <param name="CaughtUpAt">When it last had everything that there was for it: how far it is behind.</param>
/// <param name="Unsent">Actions that it has recorded and not sent.</param>
/// <param name="Room">Bytes that its browser allows it; it uses <paramref name="Used"/> of them.</param>
/// <param name="NeedsUpdate">It is of a version that this server does not understand any more, and so neither sends nor receives.</param>
/// <param name="HandedOver">Actions that it gave to the office before it emptied itself.</param>
public sealed record DeviceLine(
    DeviceId Id, PersonId Person, string? PersonName, DeviceState State, bool HandsOver, string? Reason, Instant SinceAt, int HandedOver,
    string Name, string Version, bool NeedsUpdate, Instant? HeardAt, Instant? CaughtUpAt, int Unsent, Instant? OldestUnsent, int Files, long FileBytes, long? Used, long? Room, bool IsProtected);

/// <summary>Every installation that somebody in sight signed in on, the newest first.</summary>
/// <param name="Search">Part of its person's name or e-mail address.</param>
public sealed record FindDevices(BranchId? Branch, DevicesOnly? Only, string? Search, Guid? After, int? Limit)
{
    private static readonly Duration Silence = Duration.FromDays(1);

    internal static async Task<Page<DeviceLine>> Handle(FindDevices query, Reading reading, CancellationToken ct)
    {
        var page = await Narrowed(Found(query, reading), query.Only, reading).Page<Device, DeviceId, Device>(query.After, query.Limit, d => d, ct);
        List<DeviceId> ids = [.. page.Items.Select(d => d.Id)];
        var reports = await reading.Of<DeviceReport>().Where(r => ids.Contains(r.Device)).ToDictionaryAsync(r => r.Device, ct);
        var names = await Actors.Names(page.Items.Select(d => $"person:{d.Person}"), reading, ct);
        var protocol = reading.Service<Protocol>();
        return new([.. page.Items.Select(d => Line(d, names.GetValueOrDefault($"person:{d.Person}"), protocol, reports.GetValueOrDefault(d.Id) ?? new DeviceReport()))], page.Next);
    }

    private static IQueryable<Device> Found(FindDevices query, Reading reading)
    {
        var found = reading.Of<Device>();
        if (query.Branch is { } branch) found = found.Where(d => reading.Of<PersonBranch>().Any(b => b.Person == d.Person && b.Branch == branch));
        if (query.Search?.Trim().ToUpperInvariant() is { Length: > 0 } words) found = found.Where(d => reading.Of<Person>().Any(p => p.Id == d.Person && p.SearchKey.Contains(words)));
        return found;
    }

    private static IQueryable<Device> Narrowed(IQueryable<Device> found, DevicesOnly? only, Reading reading)
    {
        var since = reading.Now - Silence;
        var understood = reading.Service<Protocol>();
        return only switch
        {
            DevicesOnly.Silent => found.Where(d => d.State != DeviceState.Wiped && !reading.Of<DeviceReport>().Any(r => r.Device == d.Id && r.HeardAt > since)),
            DevicesOnly.Unsent => found.Where(d => d.State != DeviceState.Wiped && reading.Of<DeviceReport>().Any(r => r.Device == d.Id && (r.Unsent > 0 || r.Files > 0))),
            DevicesOnly.Stopped => found.Where(d => d.State != DeviceState.InUse),
            // Where every generation is understood nobody needs an update; otherwise there are these four.
            DevicesOnly.Outdated when understood is { Least: > 1, Beginnings: [var first, var second, var present, var next] } => found.Where(d => d.State != DeviceState.Wiped && reading.Of<DeviceReport>().Any(r =>
                r.Device == d.Id && r.Version != "" && !r.Version.StartsWith(first) && !r.Version.StartsWith(second) && !r.Version.StartsWith(present) && !r.Version.StartsWith(next))),
            DevicesOnly.Outdated => found.Where(d => false),
            _ => found,
        };
    }

    private static DeviceLine Line(Device d, string? person, Protocol protocol, DeviceReport r) => new(
        d.Id, d.Person, person, d.State, d.HandsOver, d.Reason, d.CreatedAt, d.HandedOver, r.Name, r.Version, !protocol.Speaks(r.Version), r.HeardAt == default ? null : r.HeardAt, r.CaughtUpAt,
        r.Unsent, r.OldestUnsent, r.Files, r.FileBytes, r.Used, r.Room, r.IsProtected);
}
