using System.Globalization;
using System.Text;
using NodaTime.Text;
using static Callout.Messaging.PortalPage;

namespace Callout.Messaging;

/// <summary>What the customer's page of a visit shows.</summary>
internal sealed record Tracked(Tracking Tracking, VisitSummary Visit, Arrival? Arrival, Identity.Letterhead By, string? Technician, DateTimeZone Zone, Position? Place, string? Phone, Instant Now)
{
    /// <summary>False for who only sees the visit of somebody else.</summary>
    public bool MayAct { get; init; } = true;

    /// <summary>To which it could be moved.</summary>
    public IReadOnlyList<Scheduling.Slot> Slots { get; init; } = [];
}

/// <summary>What a link leads to: a visit, or a request that has none yet.</summary>
internal sealed record Followed(Guid Link, BranchId Branch, bool MayAct, Tracked? Visit, Asked? Request)
{
    /// <summary>Whatever happens to one of these may change what is shown.</summary>
    public IReadOnlyList<Guid> Subjects =>
    [
        Link,
        .. Visit is { } v ? new[] { v.Tracking.Id.Value, v.Visit.Id.Value, v.Visit.WorkOrder.Value } : [],
        .. Request is { } r ? new[] { r.Request.Id.Value } : [],
    ];
}

/// <summary>Writes the customer's page: small, whole without script, every text encoded.</summary>
internal sealed class TrackingPage(PortalWords words, string address)
{
    /// <summary>Of a link that leads nowhere: what that means, and whom to ring.</summary>
    public string Ended(Identity.Letterhead by, string? phone)
    {
        var ring = phone is null ? "" : $"<p class=\"when\">{E(words["expiredRing"])}</p><a class=\"btn ring\" href=\"tel:{E(phone.Replace(" ", ""))}\">{Call}{E(words["ring", phone])}</a>";
        return Whole(by.Name, phone, $"<div id=\"live\"><main class=\"main\"><h1>{E(words["expired"])}</h1><p class=\"when\">{E(words[phone is null ? "expiredAsk" : "expiredMore"])}</p>{ring}</main></div>");
    }

    public string Of(Tracked t)
    {
        var van = t.Visit.State == VisitState.EnRoute ? t.Arrival?.Van : null;
        var map = van is null ? "" : Map(van, t);
        return Whole(t.By.Name, t.Phone, $"<div id=\"live\"{(map.Length > 0 ? " class=\"has-map\"" : "")}>{map}<main class=\"main\">{Stages(t)}{Answer(t)}{Who(t)}{Actions(t)}</main></div>");
    }

    private string Answer(Tracked t)
    {
        var name = Telling.FirstName(t.Technician, words.Language);
        var promised = words["promised", Hour(t.Tracking.From, t), Zoned(t.Tracking.Until, t)];
        return t.Visit.State switch
        {
            VisitState.Completed => $"{Tick}<h1>{E(words["done"])}</h1><p class=\"when\">{E(words["finished", $"{Hour(t.Visit.At(VisitState.Completed) ?? t.Now, t)}, {Zone(t)}"])}</p>{Report(t)}",
            VisitState.Incomplete or VisitState.NoAccess => Said("unfinished", "unfinishedMore") + Report(t),
            VisitState.Cancelled or VisitState.Expired => Said("cancelled", "cancelledMore"),
            VisitState.Tentative => Said("finding", "findingMore"),
            VisitState.OnSite => $"<h1>{E(words["arrived", name])}</h1>",
            VisitState.Working or VisitState.Paused => $"<h1>{E(words["working", name])}</h1>",
            _ when t.Arrival is { } arrival && arrival.At > t.Tracking.Until => Late(t, arrival, promised),
            VisitState.EnRoute when t.Arrival is { } arrival => $"<h1>{E(words["minutes", Minutes(arrival.At - t.Now)])}</h1><p class=\"when\">{E(words["here", Clock(arrival.At, t)])} {E(promised)}.</p>",
            _ => $"<h1>{E(Day(t.Tracking.From, t))}</h1>{Before(t)}<p class=\"when\"><b>{E(words["promised", Clock(t.Tracking.From, t), Zoned(t.Tracking.Until, t)])}</b></p>",
        };
    }

    private string Late(Tracked t, Arrival arrival, string promised)
    {
        var (from, until) = (arrival.At - Duration.FromMinutes(15), arrival.At + Duration.FromMinutes(15));
        return $"<h1>{E(words["about", Clock(arrival.At, t)])}</h1><p class=\"when\"><s>{E(promised)}</s>, <b>{E(words["now", Clock(from, t), Clock(until, t)])}</b></p>"
            + $"<section class=\"delay\"><h2>{E(words["late", Minutes(arrival.At - t.Tracking.Until)])}</h2><p>{E(words[arrival.Behind ? "behind" : "traffic"])}</p></section>";
    }

    private string Before(Tracked t) => t.Tracking.PromisedBefore is { } former && former != t.Tracking.Promised
        ? $"<p class=\"when\"><s>{E(Day(former.Start, t))}, {E(words["promised", Clock(former.Start, t), Clock(former.End, t)])}</s></p>" : "";

    private string Said(string head, string more) => $"<h1>{E(words[head])}</h1><p class=\"when\">{E(words[more])}</p>";

    private string Report(Tracked t) => t.MayAct ? $"<nav class=\"acts\"><a href=\"{address}/report.pdf\">{Sheet}{E(words["paper"])}</a></nav>" : "";

    private string Who(Tracked t)
    {
        if (t.Technician is not { } name || t.Visit.State is VisitState.Tentative or VisitState.Cancelled) return "";
        var initials = string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(n => StringInfo.GetNextTextElement(n)));
        return $"<div class=\"who\"><span class=\"ph\" aria-hidden=\"true\">{E(initials)}</span><b>{E(Telling.FirstName(name, words.Language))}</b></div>";
    }

    private string Actions(Tracked t)
    {
        var name = Telling.FirstName(t.Technician, words.Language);
        var page = new StringBuilder();
        var coming = t.Visit.State is VisitState.Scheduled or VisitState.Dispatched or VisitState.Accepted or VisitState.EnRoute;
        if (coming && t.MayAct)
        {
            page.Append("<nav class=\"acts\">");
            if (t.Phone is { } phone) page.Append($"<a href=\"tel:{E(phone.Replace(" ", ""))}\">{Call}{E(words["call"])}</a>");
            page.Append($"<a href=\"{address}/visit.ics\">{Diary}{E(words["calendar"])}</a></nav>");
            page.Append($"<h2>{E(words["before", name])}</h2><ul class=\"prep\">{string.Concat(words.List("prep").Select((p, i) => $"<li>{Preparing[i % Preparing.Length]}{E(p)}</li>"))}</ul>");
            page.Append(Form(t, "note", Pen, words["note", name], $"<label for=\"text\">{E(words["noteLabel"])}</label><textarea id=\"text\" name=\"text\" rows=\"3\" maxlength=\"2000\" required></textarea>", words["send"]));
        }

        if (t.MayAct && Policy.MayChange(t.Visit, t.Now))
        {
            page.Append($"<details><summary>{Diary}{E(words["another"])}</summary>{(t.Slots.Count > 0 ? Offered(t) : "")}{Wish(t, t.Slots.Count > 0 ? "noneSuits" : "anotherLabel")}</details>");
            page.Append(Form(t, "cancel", "", words["cancel"], $"<p class=\"foot\">{E(words["cancelSure"])}</p>", words["cancel"]));
        }

        if (t.MayAct && t.Visit.State == VisitState.Completed) page.Append(t.Tracking.Confirmed is { } said ? $"<p class=\"said\">{E(words[said ? "confirmed" : "notConfirmed"])}</p>" : Confirm(t));
        if (t.MayAct && t.Visit.State == VisitState.Completed) page.Append(t.Tracking.Rating is null ? Rate(t, name) : $"<p class=\"said\">{E(words["thanks"])}</p>");
        if (t.Phone is not null) page.Append($"<p class=\"foot\">{E(words["rather"])}</p>");
        return page.ToString();
    }

    private string Rate(Tracked t, string name) =>
        $"<form method=\"post\" action=\"{address}/rate\">{Once(t)}<h2 id=\"how\">{E(words["how", name])}</h2><div class=\"stars\" role=\"radiogroup\" aria-labelledby=\"how\">"
        + string.Concat(Enumerable.Range(1, 5).Select(n => $"<label><input type=\"radio\" name=\"rating\" value=\"{n}\" required>{n} ★</label>"))
        + $"</div><label for=\"words\">{E(words["words"])}</label><textarea id=\"words\" name=\"text\" rows=\"3\" maxlength=\"2000\"></textarea><button class=\"btn\">{E(words["send"])}</button></form>";

    private string Confirm(Tracked t) =>
        $"<h2>{E(words["isDone"])}</h2><form method=\"post\" action=\"{address}/confirm\">{Once(t)}<button class=\"btn\" name=\"done\" value=\"yes\">{E(words["yesDone"])}</button></form>"
        + Form(t, "confirm", Pen, words["notDone"], $"<label for=\"wrong\">{E(words["notDoneLabel"])}</label><textarea id=\"wrong\" name=\"text\" rows=\"3\" maxlength=\"2000\" required></textarea>", words["send"]);

    private string Offered(Tracked t) =>
        $"<form method=\"post\" action=\"{address}/move\">{Once(t)}<p class=\"foot\">{E(words["slots"])}</p>" + string.Concat(t.Slots.Select(s =>
            $"<label class=\"choice\"><input type=\"radio\" name=\"slot\" value=\"{s.From.ToUnixTimeSeconds()}\" required><span>{E(words["slotWords", Day(s.From, t), Clock(s.From, t), Zoned(s.Until, t)])}</span></label>"))
        + $"<button class=\"btn\">{E(words["another"])}</button></form>";

    private string Wish(Tracked t, string asked) => $"<form method=\"post\" action=\"{address}/another-time\">{Once(t)}<label for=\"wish\">{E(words[asked])}</label><input id=\"wish\" name=\"text\" maxlength=\"500\" required><button class=\"btn two\">{E(words["send"])}</button></form>";

    private string Form(Tracked t, string verb, string icon, string title, string fields, string button) =>
        $"<details><summary>{icon}{E(title)}</summary><form method=\"post\" action=\"{address}/{verb}\">{Once(t)}{fields}<button class=\"btn two\">{E(button)}</button></form></details>";

    /// <summary>Which state of things this page shows: what is sent twice from it, by a line that stutters or a hand that does, is done once.</summary>
    private static string Once(Tracked t) => $"<input type=\"hidden\" name=\"once\" value=\"{Id.Derived(t.Tracking.Id.Value, 0, $"{t.Tracking.Version} {t.Visit.State} {t.Visit.Start}")}\">";

    private string Stages(Tracked t)
    {
        var (names, at) = (words.List("stages"), StageOf(t.Visit.State));
        if (at < 0) return "";
        var colour = at switch { < 3 => "dispatched", 3 => "travelling", _ => "working" };
        var bar = string.Concat(names.Select((n, i) => $"<li class=\"{(i < at || at == 6 ? "d" : i == at ? "n" : "")}\"{(i == at ? " aria-current=\"step\"" : "")} aria-label=\"{E(n)}\"></li>"));
        var next = at < names.Length - 1 ? $"<span>{E(words["next", names[at + 1].ToLowerInvariant()])}</span>" : "";
        return $"<ol class=\"stages s-{colour}\">{bar}</ol><p class=\"stl\"><b>{E(names[at])}</b>{next}</p>";
    }

    private static int StageOf(VisitState state) => state switch
    {
        VisitState.Scheduled => 1, VisitState.Dispatched or VisitState.Accepted => 2, VisitState.EnRoute => 3, VisitState.OnSite => 4,
        VisitState.Working or VisitState.Paused => 5, VisitState.Completed => 6, VisitState.Tentative => 0, _ => -1,
    };

    /// <summary>A sketch: the direction and how far, not the streets. What is drawn over it keeps its size and stays in sight however wide the page is.</summary>
    private string Map(Workforce.Seen van, Tracked t)
    {
        var (x, y) = (50, 50);
        if (t.Place is { } place)
        {
            var (east, north) = ((van.Longitude - place.Longitude) * Math.Cos(double.DegreesToRadians(place.Latitude)), van.Latitude - place.Latitude);
            var far = Math.Sqrt((east * east) + (north * north));
            var reach = Math.Min(1, 0.4 + (far / 0.1));
            if (far > 0) (x, y) = ((int)(50 + (east / far * reach * 38)), (int)(52 - (north / far * reach * 30)));
        }

        var home = t.Place is null ? "" : $"<line x1=\"{x}%\" y1=\"{y}%\" x2=\"50%\" y2=\"52%\"/><svg x=\"50%\" y=\"52%\"><path d=\"M0 0c-14-16-18-22-18-29a18 18 0 0 1 36 0c0 7-4 13-18 29z\"/><path class=\"door\" d=\"M-7-23v-8l7-6 7 6v8z\"/></svg>";
        return $"<section class=\"map\">{Streets}<svg class=\"way\" aria-hidden=\"true\">{home}<svg x=\"{x}%\" y=\"{y}%\"><circle r=\"21\"/><path class=\"van\" d=\"M-10 4v-9H1v9zM1-2h5l4 4v2H1z\"/><circle class=\"wheel\" cx=\"-5\" cy=\"5\" r=\"2\"/><circle class=\"wheel\" cx=\"5\" cy=\"5\" r=\"2\"/></svg></svg>"
            + $"<span class=\"live\"><i></i>{E(words["live", Clock(van.At, t)])}</span></section>";
    }

    private string Whole(string organisation, string? phone, string body) => PortalPage.Whole(words, words["title", organisation], organisation, phone, "portal.js", body);

    private string Day(Instant at, Tracked t) => LocalDatePattern.Create("dddd d MMMM", CultureInfo.GetCultureInfo(words.Language)).Format(at.InZone(t.Zone).Date);

    /// <summary>With its day, unless that is today at the site.</summary>
    private string Hour(Instant at, Tracked t) => at.InZone(t.Zone).Date == t.Now.InZone(t.Zone).Date ? Clock(at, t) : $"{Day(at, t)}, {Clock(at, t)}";

    private string Zoned(Instant at, Tracked t) => $"{Clock(at, t)}, {Zone(t)}";

    /// <summary>As people say it: by the city that the zone is named after.</summary>
    private string Zone(Tracked t) => words["zone", t.Zone.Id[(t.Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')];

    /// <summary>In the hour that the clock shows twice when it is set back, with how far it is from UTC.</summary>
    private static string Clock(Instant at, Tracked t)
    {
        var local = at.InZone(t.Zone);
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay);
        return t.Zone.MapLocal(local.LocalDateTime).Count == 2 ? $"{time} (UTC{OffsetPattern.GeneralInvariant.Format(local.Offset)})" : time;
    }

    private static int Minutes(Duration span) => Math.Max(1, (int)Math.Round(span.TotalMinutes));
}
