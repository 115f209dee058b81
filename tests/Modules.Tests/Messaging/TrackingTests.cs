using System.Net;
using System.Text.RegularExpressions;
using Callout.Customers;
using Callout.Messaging;
using Callout.Workforce;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Messaging;

public sealed class TrackingTests : MessagingHouse
{
    private static readonly ContactDetails Wanjiru = new("Wanjiru Kamau", Email: "wanjiru@savanna.example");

    private async Task<(VisitId Visit, WorkOrderId Order, string Path)> Shared()
    {
        var order = await Order(await Contact(Wanjiru));
        var visit = await Booked(order);
        await Sent();
        return (visit, order, new Uri((string)(await Office.Post(new ShareTracking(visit)))["url"]!).AbsolutePath);
    }

    private async Task<HttpResponseMessage> Get(string path, string language = "en")
    {
        using var http = new HttpClient { BaseAddress = House.Url };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return await http.GetAsync(path);
    }

    private async Task<string> Page(string path, string language = "en") => await (await Get(path, language)).Content.ReadAsStringAsync();

    private async Task<HttpStatusCode> Post(string path, params (string Name, string Value)[] fields)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = House.Url };
        return (await http.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).StatusCode;
    }

    [Fact]
    public async Task The_van_is_shown_only_while_it_is_on_the_way_here()
    {
        var (visit, _, path) = await Shared();
        var phone = House.Technician(Daniel);
        PositionPoint Here() => new(House.Now, -1.2995, 36.7821, PositionPurpose.Travel, 12);
        Assert.Equal(0, (int)(await phone.Post(new KeepPositions([Here()])))["kept"]!);
        await phone.Post(new StartTravel(visit));
        Assert.Equal(1, (int)(await phone.Post(new KeepPositions([Here()])))["kept"]!);

        var travelling = await Page(path);
        Assert.Contains("class=\"map\"", travelling);
        Assert.Matches("About [0-9]+ minutes", travelling);
        Assert.DoesNotContain("Mwangi", travelling);
        Assert.Equal("Daniel Mwangi", Assert.Single(await Office.Get<IReadOnlyList<PositionLine>>("positions")).Name);

        await phone.Post(new Arrive(visit));
        Assert.DoesNotContain("class=\"map\"", await Page(path));
        Assert.Contains("Daniel has arrived", await Page(path));
        Assert.Contains("Daniel amefika", await Page(path, "sw-KE,en;q=0.5"));
    }

    [Fact]
    public async Task A_page_that_waits_is_answered_when_something_happens_to_its_visit_and_not_before()
    {
        var (visit, _, path) = await Shared();
        var other = await Booked(await Order(await Contact(Wanjiru)), later: true);
        await House.Settled();
        var known = (await Get(path)).Headers.ETag!;
        using var http = new HttpClient { BaseAddress = House.Url };
        var waiting = http.SendAsync(Wait());
        var phone = House.Technician(Daniel);

        await phone.Post(new AcceptVisit(other));
        await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(1)));
        Assert.False(waiting.IsCompleted);
        await phone.Post(new StartTravel(visit));
        var moved = await waiting;

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Contains("s-travelling", await moved.Content.ReadAsStringAsync());

        // Nothing happens, and nothing on the page counts minutes any more.
        await phone.Post(new Arrive(visit));
        await House.Settled();
        known = (await Get(path)).Headers.ETag!;
        waiting = http.SendAsync(Wait());
        while (!waiting.IsCompleted)
        {
            House.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Delay(20);
        }

        Assert.Equal(HttpStatusCode.NotModified, (await waiting).StatusCode);

        HttpRequestMessage Wait() => new(HttpMethod.Get, path) { Headers = { { "If-None-Match", known.Tag }, { "Accept-Language", "en" }, { "Prefer", "wait=25" } } };
    }

    [Fact]
    public async Task A_visit_behind_another_says_so_and_strikes_what_was_promised()
    {
        var (_, _, path) = await Shared();
        var earlier = await House.Visit(await House.Order(Branch, Account, site: Site), Branch, Daniel, Instant.FromUtc(2026, 11, 23, 5, 30));
        await House.Technician(Daniel).Post(new StartWork(earlier));
        House.Time.Advance(TimeSpan.FromHours(4.5));

        var page = await Page(path);
        Assert.Contains("<s>Promised 10:00 to 12:00, Nairobi time</s>", page);
        Assert.Contains("The visit before yours takes longer", page);
    }

    [Fact]
    public async Task The_customer_leaves_a_note_asks_for_another_time_and_may_cancel_in_time_only()
    {
        var (visit, order, path) = await Shared();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post($"{path}/cancel"));
        await Move(visit, Instant.FromUtc(2026, 11, 23, 13, 0));
        Assert.Equal(HttpStatusCode.SeeOther, await Post($"{path}/note", ("text", "Gate code <b>4711</b>")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post($"{path}/another-time", ("text", "Tuesday morning")));

        var page = await Office.Get<WorkOrderPage>($"work-orders/{order}");
        Assert.Equal(VisitState.Tentative, page.Visits.Single().State);
        Assert.Equal(2, page.Notes.Count);
        Assert.All(page.Notes, n => Assert.StartsWith("tracking:", n.By));
        Assert.Contains("We are finding a new time", await Page(path));
        Assert.Equal(HttpStatusCode.NotFound, await Post($"{path}/complete"));
    }

    [Fact]
    public async Task When_it_is_done_the_customer_says_how_it_went()
    {
        var (visit, _, path) = await Shared();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post($"{path}/rate", ("rating", "5")));
        Assert.Equal(HttpStatusCode.NotFound, (await Get($"{path}/report.pdf")).StatusCode);
        await House.Technician(Daniel).Post(new StartWork(visit));
        await House.Technician(Daniel).Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        Assert.Contains("How did Daniel do?", await Page(path));
        Assert.Matches($"href=\"{path}/report.pdf\">.*?</svg>Service report</a>", await Page(path));
        Assert.Equal("application/pdf", (await Get($"{path}/report.pdf")).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.SeeOther, await Post($"{path}/rate", ("rating", "5"), ("text", "Quick")));
        Assert.Contains("Thank you", await Page(path));
        Assert.Contains("visit.rated", await House.Ledger());
    }

    [Fact]
    public async Task A_link_that_is_unknown_revoked_or_too_old_is_told_kindly_and_alike()
    {
        var (visit, _, path) = await Shared();
        await Office.Post(new RevokeTracking(visit));
        var revoked = await Get(path);
        Assert.Equal(HttpStatusCode.Gone, revoked.StatusCode);
        Assert.Equal(await revoked.Content.ReadAsStringAsync(), await Page($"/t/{new string('0', 64)}"));

        var anew = new Uri((string)(await Office.Post(new ShareTracking(visit)))["url"]!).AbsolutePath;
        Assert.NotEqual(path, anew);
        Assert.Equal(HttpStatusCode.OK, (await Get(anew)).StatusCode);
        House.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal(HttpStatusCode.Gone, (await Get(anew)).StatusCode);
    }

    [Fact]
    public async Task The_customer_takes_one_of_the_times_that_can_be_kept()
    {
        await Workforce.Given.Weekdays(House, Daniel);
        var (visit, order, path) = await Shared();
        await Move(visit, Instant.FromUtc(2026, 11, 23, 13, 0));
        var slot = Regex.Match(await Page(path), "name=\"slot\" value=\"([0-9]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Post($"{path}/move", ("slot", "1795400000")));
        Assert.Equal(HttpStatusCode.SeeOther, await Post($"{path}/move", ("slot", slot)));
        var start = (await Office.Get<WorkOrderPage>($"work-orders/{order}")).Visits.Single().Start!.Value;
        Assert.InRange(start.ToUnixTimeSeconds(), long.Parse(slot), long.Parse(slot) + 7199);
    }

    [Fact]
    public async Task The_customer_says_that_it_is_done_or_what_is_still_wrong()
    {
        var (visit, order, path) = await Shared();
        await House.Technician(Daniel).Post(new StartWork(visit));
        await House.Technician(Daniel).Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        Assert.Equal(HttpStatusCode.SeeOther, await Post($"{path}/confirm", ("text", "It drips again")));
        Assert.Contains("you told us what is still wrong", (await Page(path)).ToLowerInvariant());
        Assert.Contains("It drips again", (await Office.Get<WorkOrderPage>($"work-orders/{order}")).Notes.Single().Text);
        Assert.Contains("visit.completion-confirmed", await House.Ledger());
    }

    [Fact]
    public async Task Another_day_is_said_with_the_promise()
    {
        var (_, _, path) = await Shared();
        House.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Promised Monday 23 November, 10:00 to 12:00, Nairobi time", await Page(path));
    }

    [Fact]
    public async Task Over_midnight_the_end_of_the_month_and_the_change_of_the_clocks_the_customer_reads_their_own_time()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var site = House.New<SiteId>();
        await Office.Post(new AddSite(site, Account, new("Kühlhaus", Branch, berlin, new(Town: "Berlin", Country: "DE"))));

        // New Year's Eve: the visit begins in one year and ends in the next.
        Assert.Contains("<h1>Thursday 31 December</h1>", await Read(Instant.FromUtc(2026, 12, 31, 22, 0), berlin));

        // On the last Sunday of October 2027 it is twice half past two.
        Assert.Contains("Promised 02:30 (UTC+02) to 03:30, Berlin time", await Read(Instant.FromUtc(2027, 10, 31, 0, 30), berlin));
        Assert.Contains("Promised 02:30 (UTC+01) to 04:30, Berlin time", await Read(Instant.FromUtc(2027, 10, 31, 1, 30), berlin));

        async Task<string> Read(Instant start, DateTimeZone zone)
        {
            var order = await House.Order(Branch, Account, site: site);
            var visit = House.New<VisitId>();
            await Office.Post(new PlanVisit(visit, order, Daniel, start, start + Duration.FromHours(1), zone));
            return await Page(new Uri((string)(await Office.Post(new ShareTracking(visit)))["url"]!).AbsolutePath);
        }
    }

    [Fact]
    public async Task The_page_is_small_and_asked_again_costs_nothing()
    {
        var (_, _, path) = await Shared();
        using var http = new HttpClient { BaseAddress = House.Url };
        var first = await http.GetAsync(path);
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.GetAsync(path)).StatusCode);
        http.DefaultRequestHeaders.IfNoneMatch.Clear();
        var (html, css, js) = (await http.GetByteArrayAsync(path), await http.GetByteArrayAsync("/portal/portal.css"), await http.GetByteArrayAsync("/portal/portal.js"));
        Assert.True(html.Length + css.Length + js.Length < 60_000 && js.Length < 15_000);
        Assert.Contains("DTSTART:20261123T070000Z", await http.GetStringAsync($"{path}/visit.ics"));
    }
}
