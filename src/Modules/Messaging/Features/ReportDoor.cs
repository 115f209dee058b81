using System.Globalization;
using System.Text;
using Callout.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Callout.Messaging;

/// <summary>The public form, at /report or at /report/{branch code}. Whatever cannot be taken comes back with every word and photo that was sent.</summary>
internal sealed class ReportDoor(Sessions sessions, Commands commands, House house, MessagingSettings settings, KeyRing keys, Patience patience, PhotoTray tray, IClock clock)
{
    private const int ReportsAtMost = 10;

    private static readonly Duration Within = Duration.FromHours(1), QuickestHand = Duration.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().WithMetadata(May.Anyone);
        pages.MapGet("/report/{code?}", (Delegate)((HttpContext context, string? code, ReportDoor door) => door.Show(context, code)));
        pages.MapPost("/report/{code?}", (Delegate)((HttpContext context, string? code, ReportDoor door) => door.Take(context, code)));
        pages.MapPost("/portal/report-photo", (Delegate)((HttpContext context, PhotoTray tray) => tray.Post(context)));
        pages.MapGet("/portal/thanks", (Delegate)((HttpContext context, ReportDoor door) => door.Thank(context)));
    }

    private async Task<IResult> Show(HttpContext context, string? code)
    {
        var at = await Where(code, context.RequestAborted);
        var page = Page(context, at, context.Request.Query["language"]);
        return at.Branches.Count == 0 ? Html(page.Closed(), StatusCodes.Status404NotFound) : Html(page.Of(new ReportForm { Since = Stamp() }, []), StatusCodes.Status200OK);
    }

    private async Task<IResult> Thank(HttpContext context) => Html(Page(context, await Where(null, context.RequestAborted), null).Thanks(), StatusCodes.Status200OK);

    private async Task<IResult> Take(HttpContext context, string? code)
    {
        var at = await Where(code, context.RequestAborted);
        PhotoTray.Widen(context);
        if (!context.Request.HasFormContentType) throw new Unreadable("$", "Send this as a form.");
        var fields = await context.Request.ReadFormAsync(PhotoTray.Limits, context.RequestAborted);
        var other = fields["language"].ToString();
        var words = new PortalWords(Tongue.Of(context, Text.Blank(other) ?? fields["in"].ToString()));
        var page = new ReportPage(words, context.Request.Path, at.Organisation, at.Phone ?? settings.Phone, at.Branches);
        if (at.Branches.Count == 0) return Html(page.Closed(), StatusCodes.Status404NotFound);
        var (form, faults) = await tray.Keep(ReportForm.Of(fields), fields.Files, words, Visitor(context), context.RequestAborted);
        if (other.Length > 0) return Html(page.Of(form, []), StatusCodes.Status200OK);
        faults = [.. form.Faults(words), .. faults];
        if (faults.Count > 0) return Html(page.Of(form, faults), StatusCodes.Status422UnprocessableEntity);
        if (patience.Take($"report/{Visitor(context)}", ReportsAtMost, Within) is { } wait)
            return Html(page.Of(form, [("send", words["tooOften", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))])]), StatusCodes.Status429TooManyRequests);
        return await Send(context, form, at, words, page);
    }

    private async Task<IResult> Send(HttpContext context, ReportForm form, Place at, PortalWords words, ReportPage page)
    {
        var branch = at.Branches.FirstOrDefault(b => b.Code == form.Branch) ?? at.Branches[0];
        var cause = form.Cause(branch.Id);
        var (request, suspect) = (ServiceRequestId.From(Id.Derived(cause, 0, "request")), IsSuspect(form));
        var command = new ReportFault(request, branch.Id, form.Trouble.Trim(), form.By(words.Language), form.HowUrgent, tray.Kept(form.Photos), suspect);
        // Nobody is signed in: the ledger names the form, which may do this and nothing else.
        var who = new Principal($"report:{request}", [Role.System], new Sight(Branches: [branch.Id]));
        try
        {
            var receipt = await commands.Run(house.CommandAt("portal/report")!, command, new Envelope(cause, who), context.RequestAborted);
            if (receipt.Problem is { } problem) return Html(page.Of(form, [("trouble", problem.Detail)]), StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception error) when (error is Unknown or Busy or Full)
        {
            return Html(page.Of(form, [("send", words["notNow"])]), StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Headers.Location = suspect ? "/portal/thanks" : $"/t/{RequestTracking.TokenOf(request, keys)}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private bool IsSuspect(ReportForm form)
    {
        var (seconds, signature) = form.Since.Split('.') is [var first, var second] ? (first, second) : ("", "");
        return form.Website.Length > 0 || signature != keys.Sign($"report/{seconds}") || !long.TryParse(seconds, CultureInfo.InvariantCulture, out var since)
            || clock.GetCurrentInstant() - Instant.FromUnixTimeMilliseconds(since) < QuickestHand;
    }

    private string Stamp()
    {
        var now = clock.GetCurrentInstant().ToUnixTimeMilliseconds();
        return $"{now}.{keys.Sign($"report/{now}")}";
    }

    private ReportPage Page(HttpContext context, Place at, string? language) =>
        new(new PortalWords(Tongue.Of(context, language, at.Branches is [var only] ? only.Language : null)), context.Request.Path, at.Organisation, at.Phone ?? settings.Phone, at.Branches);

    private async Task<Place> Where(string? code, CancellationToken ct) => await sessions.Read(Principal.System, async reading =>
    {
        var organisation = (await Letterhead.Of(default, reading, ct)).Name;
        if (code is null) return new Place(organisation, await Branches.ForReports(reading, ct));
        return new Place(organisation, await Branches.ByCode(code, reading, ct) is { } branch ? [branch] : []);
    });

    private static IResult Html(string page, int status) => Results.Text(page, "text/html; charset=utf-8", Encoding.UTF8, status);

    internal static string Visitor(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private sealed record Place(string Organisation, IReadOnlyList<BranchSummary> Branches)
    {
        /// <summary>Of the only branch that it can be.</summary>
        public string? Phone => Branches is [{ Phone.Length: > 0 } only] ? only.Phone : null;
    }
}
