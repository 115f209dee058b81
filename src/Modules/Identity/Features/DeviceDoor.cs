using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

/// <param name="Name">What kind of device it is, such as <c>Chrome on Android</c>.</param>
/// <param name="Version">Of the pages or the program that it runs: the generation of the protocol that it speaks, a full stop, and which build.</param>
/// <param name="Unsent">Actions that have no answer yet.</param>
/// <param name="Files">Photos and signatures that are not verified yet.</param>
/// <param name="CaughtUpAt">When it last had everything that there was for it.</param>
/// <param name="Used">Bytes of storage that it uses, of <paramref name="Room"/>.</param>
/// <param name="IsProtected">Its storage is not thrown away when room gets short.</param>
public sealed record DeviceSays(
    DeviceId Device, string? Name = null, string? Version = null, int Unsent = 0, Instant? OldestUnsent = null, int Files = 0, long FileBytes = 0, Instant? CaughtUpAt = null,
    long? Used = null, long? Room = null, bool IsProtected = false);

/// <param name="State">What the device is to do: go on, show nothing, or empty itself.</param>
/// <param name="HandsOver">Before it empties itself, it gives what it has not sent to the office.</param>
/// <param name="Reason">For who holds it.</param>
public sealed record DeviceHears(string Epoch, DeviceState State, bool HandsOver, string? Reason);

/// <param name="Title">In the words that its person reads.</param>
public sealed record HandedLine(SyncLine Command, string? Title = null);

/// <summary>What a device has not sent, given to the office to decide about.</summary>
/// <param name="Commands">At most 100.</param>
public sealed record HandOver(DeviceId Device, IReadOnlyList<HandedLine> Commands, Instant? SentAt = null, string? BootId = null);

/// <param name="Taken">How many of them the office did not have yet.</param>
public sealed record HandedOver(string Epoch, int Taken);

/// <param name="Lost">Actions that it deleted without having sent them.</param>
public sealed record Emptied(DeviceId Device, int Lost = 0);

/// <summary>POST /api/device: a device says how it stands, and hears whether it is still wanted. A stopped one hands over what it holds, and says when it is empty.</summary>
internal sealed class DeviceDoor(Sessions sessions, Writer writer, HeldCommands held, Installation installation, Passes passes, IClock clock)
{
    private const int LinesAtMost = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Describe(endpoints.MapPost("/api/device", (Delegate)((HttpContext context, DeviceDoor door) => door.Hear(context))), "say how a device stands").Accepts<DeviceSays>("application/json").Produces<DeviceHears>();
        Describe(endpoints.MapPost("/api/device/hand-over", (Delegate)((HttpContext context, DeviceDoor door) => door.Take(context))), "hand over what a stopped device has not sent").Accepts<HandOver>("application/json").Produces<HandedOver>();
        Describe(endpoints.MapPost("/api/device/emptied", (Delegate)((HttpContext context, DeviceDoor door) => door.End(context))), "say that a stopped device is empty").Accepts<Emptied>("application/json").Produces<DeviceHears>();
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder door, string summary) =>
        door.WithTags("sync").WithSummary(summary).WithMetadata(May.AnyDevice).Produces<ProblemDocument>(422, "application/problem+json");

    private async Task<DeviceHears> Hear(HttpContext context)
    {
        var (who, says, ct) = (May.AnyDevice.Check(context.Principal), await Read<DeviceSays>(context), context.RequestAborted);
        var (device, report, ticket) = await sessions.Read(Principal.System, async reading => (
            await reading.Of<Device>().FirstOrDefaultAsync(d => d.Id == says.Device, ct),
            await reading.Of<DeviceReport>().FirstOrDefaultAsync(r => r.Device == says.Device, ct),
            await TicketOf(context, reading, ct)));
        Own(device, who);
        if (device is null || report is null || report.IsNews(says, ticket, clock.GetCurrentInstant()))
            device = await writer.Write(new Envelope(Guid.NewGuid(), who), (session, ct) => Note(says, PersonOf(who), ticket, session, ct), ct);
        return Said(device);
    }

    private async Task<HandedOver> Take(HttpContext context)
    {
        var (who, handed, ct) = (May.AnyDevice.Check(context.Principal), await Read<HandOver>(context), context.RequestAborted);
        if (handed.Commands.Count > LinesAtMost) throw new Unreadable("commands", $"Send at most {LinesAtMost} commands at once.");
        var device = await sessions.Read(Principal.System, reading => reading.Of<Device>().FirstOrDefaultAsync(d => d.Id == handed.Device, ct)) ?? throw new Missing();
        Own(device, who);
        device.MustHandOver();
        var titles = handed.Commands.Where(c => c.Title is not null).DistinctBy(c => c.Command.Id).ToDictionary(c => c.Command.Id, c => c.Title!);
        var taken = await held.Quarantine(new SyncRequest(installation.Epoch, handed.Device, [.. handed.Commands.Select(c => c.Command)], handed.SentAt, handed.BootId), titles, who, ct);
        return new HandedOver(installation.Epoch, taken);
    }

    private async Task<DeviceHears> End(HttpContext context)
    {
        var (who, emptied, ct) = (May.AnyDevice.Check(context.Principal), await Read<Emptied>(context), context.RequestAborted);
        var device = await writer.Write(new Envelope(Guid.NewGuid(), who), async (session, ct) =>
        {
            var device = await session.Locked<Device>().IgnoreQueryFilters().FirstOrDefaultAsync(d => d.Id == emptied.Device, ct) ?? throw new Missing();
            Own(device, who);
            if (device.State is DeviceState.Wiped) return device;
            session.Append(device, device.Emptied(await held.CountOf(device.Id, session, ct), emptied.Lost));
            await SignOut(device, session, ct);
            return device;
        }, ct);
        if (Cookie.Ticket(context) is { } hash) passes.Forget(hash);
        Stores.Forget(context, who);
        return Said(device);
    }

    private DeviceHears Said(Device device) => new(installation.Epoch, device.State, device.HandsOver, device.Reason);

    private static async Task<Device> Note(DeviceSays says, PersonId person, TicketId? ticket, Session session, CancellationToken ct)
    {
        var device = await session.Locked<Device>().IgnoreQueryFilters().FirstOrDefaultAsync(d => d.Id == says.Device, ct);
        if (device is null)
        {
            (device, var enrolled) = Device.Enrol(says.Device, person);
            session.Add(device, enrolled);
        }

        Own(device, session.Principal);
        var report = await session.Locked<DeviceReport>().FirstOrDefaultAsync(r => r.Device == says.Device, ct);
        if (report is null) session.Keep(report = new DeviceReport { Device = says.Device });
        report.Hear(says, ticket, session.Now);
        return device;
    }

    /// <summary>What it is signed in by ends with what it held.</summary>
    private static async Task SignOut(Device device, Session session, CancellationToken ct)
    {
        var tickets = session.Of<DeviceReport>().Where(r => r.Device == device.Id).Select(r => r.Ticket);
        session.Drop(await session.Locked<Ticket>().Where(t => tickets.Contains(t.Id)).ToListAsync(ct));
    }

    private static async Task<TicketId?> TicketOf(HttpContext context, Reading reading, CancellationToken ct) =>
        Cookie.Ticket(context) is { } hash ? await reading.Of<Ticket>().Where(t => t.Hash == hash).Select(t => (TicketId?)t.Id).FirstOrDefaultAsync(ct) : null;

    private static PersonId PersonOf(Principal who) => who.Person ?? throw new Forbidden("a person, signed in on the device");

    private static void Own(Device? device, Principal who)
    {
        if (device is not null && device.Person != PersonOf(who)) throw new Forbidden("the person this device belongs to");
    }

    private static async Task<T> Read<T>(HttpContext context) => await context.Request.ReadFromJsonAsync<T>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
}
