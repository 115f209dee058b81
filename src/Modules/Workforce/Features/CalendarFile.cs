using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Duration = NodaTime.Duration;

namespace Callout.Workforce;

/// <summary>Each technician's calendar as a file that phones and mail programs subscribe to, at an address that cannot be guessed.</summary>
internal static class CalendarFile
{
    private static readonly Duration Back = Duration.FromDays(14), Ahead = Duration.FromDays(60);

    public static string Path(Technician technician, KeyRing keys) => $"/api/calendars/{technician.Id}/{Signature(technician, keys)}.ics";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/calendars/{technician:guid}/{signature}.ics", Get)
        .WithTags("workforce").WithSummary("calendar of a technician").WithMetadata(May.Anyone).Produces<string>(200, "text/calendar");

    private static Task<IResult> Get(Guid technician, string signature, HttpContext context, Sessions sessions) =>
        sessions.Read(Principal.System, async reading =>
        {
            var owner = await reading.Get<Technician, ResourceId>(new(technician), context.RequestAborted);
            if (!Same(signature, Signature(owner, reading.Service<KeyRing>())) || !owner.Active) throw new Missing();
            context.Response.Headers.CacheControl = "private, max-age=300";
            return Results.Text(await Write(owner, reading, context.RequestAborted), "text/calendar; charset=utf-8");
        });

    private static async Task<string> Write(Technician owner, Reading reading, CancellationToken ct)
    {
        var calendar = new Calendar { ProductId = "-//Callout//Technician calendar//EN" };
        calendar.AddProperty("X-WR-CALNAME", "Callout");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT15M");
        foreach (var source in reading.Service<IEnumerable<CalendarEntries>>())
            foreach (var entry in await source(owner.Id, reading.Now - Back, reading.Now + Ahead, reading, ct)) calendar.Events.Add(Event(entry, reading.Now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarEntry entry, Instant now) => new()
    {
        Uid = $"{entry.Uid}@callout", DtStamp = Utc(now), Start = Utc(entry.Start), End = Utc(entry.End), Summary = entry.Title, Location = entry.Place, Description = entry.Note,
    };

    private static CalDateTime Utc(Instant at) => new(at.ToDateTimeUtc());

    private static string Signature(Technician technician, KeyRing keys) => keys.Sign($"calendar/{technician.Id}/{technician.Calendar}");

    private static bool Same(string left, string right) =>
        System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(left), System.Text.Encoding.UTF8.GetBytes(right));
}
