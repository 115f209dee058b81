using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Messaging;

/// <summary>The customer's page of one visit, for whoever holds its link: no sign-in, no more than this visit, nothing after it has ended.</summary>
internal static class TrackingDoor
{
    private static readonly Dictionary<string, string> Verbs = new() { ["cancel"] = "tracking/cancel", ["another-time"] = "tracking/another-time", ["note"] = "tracking/note", ["rate"] = "tracking/rate" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/t/{token}", (Delegate)Show).ExcludeFromDescription();
        routes.MapGet("/t/{token}/visit.ics", (Delegate)CalendarEntry).ExcludeFromDescription();
        routes.MapPost("/t/{token}/{verb}", (Delegate)Act).ExcludeFromDescription();
        routes.MapGet("/portal/{file}", (Delegate)File).ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext context, string token, Sessions sessions, MessagingSettings settings)
    {
        var ct = context.RequestAborted;
        var (tracked, organisation) = await sessions.Read(Principal.System, async reading => (await Find(token, settings, reading, ct), await Organisation(reading, ct)));
        var page = new TrackingPage(new PortalWords(Language(context)), $"/t/{token}");
        context.Response.Headers.CacheControl = "private, no-cache";
        if (tracked is null) return Results.Text(page.Ended(organisation), "text/html; charset=utf-8", Encoding.UTF8, StatusCodes.Status410Gone);
        var html = page.Of(tracked);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..24]}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(html, "text/html; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<IResult> Act(HttpContext context, string token, string verb, Sessions sessions, Commands commands, House house, MessagingSettings settings)
    {
        var ct = context.RequestAborted;
        if (!Verbs.TryGetValue(verb, out var route) || await sessions.Read(Principal.System, reading => Find(token, settings, reading, ct)) is not { } tracked) throw new Missing();
        var form = await context.Request.ReadFormAsync(ct);
        var (visit, text) = (tracked.Visit.Id, form["text"].ToString());
        object command = verb switch
        {
            "cancel" => new CancelByCustomer(visit),
            "another-time" => new AskAnotherTime(visit, text),
            "note" => new LeaveNote(visit, text),
            _ => new RateVisit(visit, int.TryParse(form["rating"], out var rating) ? rating : 0, text),
        };
        // Whoever holds the link speaks for its customer, on this visit only; the ledger names the link.
        var who = new Principal($"tracking:{tracked.Tracking.Id}", [Role.System], new Sight(Branches: [tracked.Tracking.Branch]));
        var receipt = await commands.Run(house.CommandAt(route)!, command, new Envelope(Guid.NewGuid(), who), ct);
        if (receipt.Problem is { } problem) throw new Refusal(problem.Code, problem.Detail);
        context.Response.Headers.Location = $"/t/{token}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> CalendarEntry(HttpContext context, string token, Sessions sessions, MessagingSettings settings)
    {
        if (await sessions.Read(Principal.System, reading => Find(token, settings, reading, context.RequestAborted)) is not { } t) throw new Missing();
        static string Utc(Instant at) => at.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var name = new string([.. t.By.Name.Select(c => c is ',' or ';' or '\\' || char.IsControl(c) ? ' ' : c)]);
        return Results.Text(string.Join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Callout//Visit//EN", "BEGIN:VEVENT", $"UID:{t.Visit.Id}@callout", $"DTSTAMP:{Utc(t.Now)}",
            $"DTSTART:{Utc(t.Tracking.From)}", $"DTEND:{Utc(t.Tracking.Until)}", $"SUMMARY:{name}", "END:VEVENT", "END:VCALENDAR", ""), "text/calendar; charset=utf-8");
    }

    private static IResult File(string file, HttpContext context)
    {
        var content = file is "portal.css" or "portal.js" ? typeof(TrackingDoor).Assembly.GetManifestResourceStream(file) : null;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return content is null ? throw new Missing() : Results.Stream(content, file == "portal.css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
    }

    /// <summary>Null when the link is unknown, revoked or too old; nobody can tell which.</summary>
    private static async Task<Tracked?> Find(string token, MessagingSettings settings, Reading reading, CancellationToken ct)
    {
        var (hash, now) = (Tracking.HashOf(token), reading.Now);
        if (await reading.Of<Tracking>().FirstOrDefaultAsync(t => t.TokenHash == hash && !t.Revoked && t.Expires > now, ct) is not { } tracking) return null;
        var visit = await Visits.Of(tracking.Visit, reading, ct);
        var by = await Identity.Letterhead.Of(visit.Branch, reading, ct);
        var site = visit.Site is { } id ? (await Sites.Of([id], reading, ct)).GetValueOrDefault(id) : null;
        var name = visit.Lead is { } lead ? (await Workforce.Technicians.Names([lead], reading, ct)).GetValueOrDefault(lead) : null;
        return new(tracking, visit, await Arrivals.Of(visit, reading, ct), by, name, site?.Zone ?? by.Zone, site?.Position, settings.Phone, now);
    }

    private static async Task<string> Organisation(Reading reading, CancellationToken ct) => (await Identity.Letterhead.Of(default, reading, ct)).Name;

    private static string Language(HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString())
            .Where(l => Phrases.Languages.Any(known => l.StartsWith(known, StringComparison.OrdinalIgnoreCase))).Select(l => Phrases.Nearest(l.ToLowerInvariant())).FirstOrDefault() ?? "en";
}
