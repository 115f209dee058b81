using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Messaging;

/// <summary>The customer's page of one visit, for whoever holds its link: no sign-in, no more than this visit, nothing after it has ended.</summary>
internal static class TrackingDoor
{
    private static readonly Dictionary<string, string> Verbs = new() { ["cancel"] = "tracking/cancel", ["another-time"] = "tracking/another-time", ["note"] = "tracking/note", ["rate"] = "tracking/rate", ["answer"] = "tracking/answer", ["move"] = "tracking/move", ["confirm"] = "tracking/confirm" };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().WithMetadata(May.Anyone);
        pages.MapGet("/t/{token}", (Delegate)Show);
        pages.MapGet("/t/{token}/report.pdf", (Delegate)Report);
        pages.MapGet("/t/{token}/visit.ics", (Delegate)CalendarEntry);
        pages.MapPost("/t/{token}/{verb}", (Delegate)Act);
        pages.MapGet("/portal/{file}", (Delegate)File);
    }

    private static async Task<IResult> Show(HttpContext context, string token, TrackingWatch watch)
    {
        var known = context.Request.Headers.IfNoneMatch.ToString();
        var page = await watch.Page(token, Tongue.Of(context), known, WouldWait(context), context.RequestAborted);
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = page.Tag;
        if (page.Tag is not null && page.Tag == known) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Text(page.Html, "text/html; charset=utf-8", Encoding.UTF8, page.Tag is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK);
    }

    /// <summary>How long the asker would wait for something new (<c>Prefer: wait=25</c>, in seconds; RFC 7240).</summary>
    private static TimeSpan WouldWait(HttpContext context) =>
        context.Request.Headers["Prefer"].ToString().Split('=') is ["wait", var seconds] && int.TryParse(seconds, out var wait) ? TimeSpan.FromSeconds(Math.Clamp(wait, 0, 30)) : TimeSpan.Zero;

    private static async Task<IResult> Act(HttpContext context, string token, string verb, Sessions sessions, Commands commands, House house, MessagingSettings settings)
    {
        var ct = context.RequestAborted;
        if (!Verbs.TryGetValue(verb, out var route) || await sessions.Read(Principal.System, reading => Find(token, settings, reading, ct)) is not { } found) throw new Missing();
        if (!context.Request.HasFormContentType) throw new Unreadable("$", "Send this as a form.");
        var form = await context.Request.ReadFormAsync(ct);
        var text = form["text"].ToString();
        if (verb == "answer") return await Run(found.Request is { } asked ? new AnswerByCustomer(asked.Id, text) : throw new Missing());
        // Of a request that was merged into somebody else's order the visit is shown, and no more.
        if (found is not { Visit: { } tracked, MayAct: true }) throw new Missing();
        var visit = tracked.Visit.Id;
        return await Run(verb switch
        {
            "cancel" => new CancelByCustomer(visit),
            "another-time" => new AskAnotherTime(visit, text),
            "note" => new LeaveNote(visit, text),
            "move" => new MoveByCustomer(visit, long.TryParse(form["slot"], out var slot) ? Instant.FromUnixTimeSeconds(slot) : throw new Unreadable("slot", "Choose one of the times.")),
            "confirm" => new ConfirmByCustomer(visit, form["done"] == "yes", text),
            _ => new RateVisit(visit, int.TryParse(form["rating"], out var rating) ? rating : 0, text),
        });

        async Task<IResult> Run(object command)
        {
            // Whoever holds the link speaks for its customer, on this visit or request only; the ledger names the link.
            var who = new Principal($"tracking:{found.Link}", [Role.System], new Sight(Branches: [found.Branch]));
            var receipt = await commands.Run(house.CommandAt(route)!, command, new Envelope(Once(token, verb, form), who), ct);
            if (receipt.Problem is { } problem) throw new Refusal(problem.Code, problem.Detail);
            context.Response.Headers.Location = $"/t/{token}";
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
    }

    private static Guid Once(string token, string verb, IFormCollection form)
    {
        if (!Guid.TryParse(form["once"], out var once)) return Guid.NewGuid();
        var said = string.Join('\n', form.Where(f => f.Key != "once").OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
        return Id.Derived(once, 0, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{token}/{verb}\n{said}"))));
    }

    private static async Task<IResult> CalendarEntry(HttpContext context, string token, Sessions sessions, MessagingSettings settings)
    {
        if (await sessions.Read(Principal.System, reading => Find(token, settings, reading, context.RequestAborted)) is not { Visit: { } t }) throw new Missing();
        static string Utc(Instant at) => at.ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var name = new string([.. t.By.Name.Select(c => c is ',' or ';' or '\\' || char.IsControl(c) ? ' ' : c)]);
        return Results.Text(string.Join("\r\n", "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Callout//Visit//EN", "BEGIN:VEVENT", $"UID:{t.Visit.Id}@callout", $"DTSTAMP:{Utc(t.Now)}",
            $"DTSTART:{Utc(t.Tracking.From)}", $"DTEND:{Utc(t.Tracking.Until)}", $"SUMMARY:{name}", "END:VEVENT", "END:VCALENDAR", ""), "text/calendar; charset=utf-8");
    }

    /// <summary>What was done on this visit; of others of the same order nothing.</summary>
    private static async Task<IResult> Report(HttpContext context, string token, Sessions sessions, MessagingSettings settings)
    {
        var ct = context.RequestAborted;
        var report = await sessions.Read(Principal.System, async reading => await Find(token, settings, reading, ct) is { MayAct: true, Visit.Visit: { } visit } ? await ServiceReports.Of(visit.WorkOrder, visit.Id, null, reading, ct) : null);
        if (report is null) throw new Missing();
        var paper = await report.Print(ct);
        return Pdf.Answer(context, paper.Bytes, paper.Hash, report.FileName);
    }

    private static IResult File(string file, HttpContext context)
    {
        var content = file is "portal.css" or "portal.js" or "report.js" ? typeof(TrackingDoor).Assembly.GetManifestResourceStream(file) : null;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return content is null ? throw new Missing() : Results.Stream(content, file == "portal.css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
    }

    /// <summary>Null when the link is unknown, revoked or too old; nobody can tell which.</summary>
    internal static async Task<Followed?> Find(string token, MessagingSettings settings, Reading reading, CancellationToken ct)
    {
        var (hash, now) = (Tracking.HashOf(token), reading.Now);
        if (await reading.Of<Tracking>().FirstOrDefaultAsync(t => t.TokenHash == hash && !t.Revoked && t.Expires > now, ct) is { } tracking)
            return new(tracking.Id.Value, tracking.Branch, true, await OfVisit(tracking, settings, reading, ct), null);
        if (await reading.Of<RequestTracking>().FirstOrDefaultAsync(t => t.TokenHash == hash && t.Expires > now, ct) is not { } link) return null;
        var request = await Requests.Of(link.Request, reading, ct);
        // What is promised of its order is worth more than the request; the last visit counts.
        var promised = request.WorkOrder is { } order ? await reading.Of<Tracking>().Where(t => t.WorkOrder == order && !t.Revoked && t.Expires > now).OrderByDescending(t => t.From).FirstOrDefaultAsync(ct) : null;
        var visit = promised is null ? null : await OfVisit(promised, settings, reading, ct) with { MayAct = request.State == RequestState.Ordered };
        var by = await Identity.Letterhead.Of(request.Branch, reading, ct);
        return new(link.Id.Value, link.Branch, request.State == RequestState.Ordered, visit, new(request, by, by.Phone ?? settings.Phone));
    }

    private static async Task<Tracked> OfVisit(Tracking tracking, MessagingSettings settings, Reading reading, CancellationToken ct)
    {
        var visit = await Visits.Of(tracking.Visit, reading, ct);
        var by = await Identity.Letterhead.Of(visit.Branch, reading, ct);
        var site = visit.Site is { } id ? (await Sites.Of([id], reading, ct)).GetValueOrDefault(id) : null;
        var name = visit.Lead is { } lead ? (await Workforce.Technicians.Names([lead], reading, ct)).GetValueOrDefault(lead) : null;
        return new(tracking, visit, await Arrivals.Of(visit, reading, ct), by, name, site?.Zone ?? by.Zone, site?.Position, by.Phone ?? settings.Phone, reading.Now)
        {
            Slots = Policy.MayChange(visit, reading.Now) ? await Scheduling.Slots.For(visit.Id, reading.Now + Policy.Notice, reading, ct) : [],
        };
    }

    /// <summary>Whom to ring about a link that leads nowhere: the branch whose visit it followed before it grew too old. Of one that was revoked or never was, the organisation, so that nobody can tell which.</summary>
    internal static async Task<Identity.Letterhead> Behind(string token, Reading reading, CancellationToken ct)
    {
        var hash = Tracking.HashOf(token);
        var branch = await reading.Of<Tracking>().Where(t => t.TokenHash == hash && !t.Revoked).Select(t => (BranchId?)t.Branch).FirstOrDefaultAsync(ct)
            ?? await reading.Of<RequestTracking>().Where(t => t.TokenHash == hash).Select(t => (BranchId?)t.Branch).FirstOrDefaultAsync(ct);
        return await Identity.Letterhead.Of(branch ?? default, reading, ct);
    }
}
