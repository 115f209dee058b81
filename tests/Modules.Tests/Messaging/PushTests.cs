using System.Net;
using Callout.Identity;
using Callout.Messaging;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Messaging;

public sealed class PushTests : MessagingHouse
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 23, 7, 0);

    private readonly PersonId person = new(Guid.NewGuid());

    private Caller Phone => House.As(new Principal($"person:{person}", [Role.Technician], new Sight(Technician: Daniel), person));

    [Fact]
    public async Task A_job_that_is_sent_out_rings_on_the_technicians_phone_sealed_for_it_alone()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        var visit = await SentOut(Ten);

        var (told, headers) = Assert.Single(browser.Told);
        Assert.Equal("New job, Mon 23 Nov 10:00", (string?)told["title"]);
        Assert.Equal(($"{visit}", "Decline"), ((string?)told["visit"], (string?)told["words"]!["decline"]));
        Assert.StartsWith("Cold room at 9 degrees", (string?)told["body"], StringComparison.Ordinal);
        Assert.Equal(("high", "43200"), (headers["Urgency"].ToString(), headers["TTL"].ToString()));
        Assert.True(browser.IsSignedBy((await Phone.Get<PushKey>("push-key")).Key, headers.Authorization.ToString(), House.Now.ToDateTimeOffset()));
        var line = Assert.Single(await Lines(visit));
        Assert.Equal((MessageChannel.Push, MessageState.Sent, "Daniel Mwangi"), (line.Channel, line.State, line.To));

        await Phone.Post(new AcceptVisit(visit), Guid.Parse((string)told["accept"]!));
        await Phone.Post(new AcceptVisit(visit), Guid.Parse((string)told["accept"]!)); // tapped twice
    }

    [Fact]
    public async Task Who_was_sent_a_job_hears_that_it_moved_went_to_somebody_else_or_was_called_off()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser, "de");
        var untold = await Planned(Ten + Duration.FromHours(6));
        var (moved, given, cancelled) = (await SentOut(Ten), await SentOut(Ten + Duration.FromHours(2)), await SentOut(Ten + Duration.FromHours(4)));
        await Move(moved, Ten + Duration.FromMinutes(30));
        await House.Settled();
        Assert.Equal(3, browser.Told.Count); // a dispatcher who moves a job moves it again
        await Sent();
        await Office.Post(new ReassignVisit(given, await Workforce.Given.Technician(House, Branch, "Grace Atieno")));
        await Office.Post(new CancelVisit(cancelled, "Customer rang off"));
        await Office.Post(new CancelVisit(untold, "Customer rang off"));
        await House.Settled();

        Assert.Equal([Occasion.JobSent, Occasion.JobChanged], await Occasions(moved));
        Assert.Equal([Occasion.JobSent, Occasion.JobTakenAway], await Occasions(given));
        Assert.Equal([Occasion.JobSent, Occasion.JobCancelled], await Occasions(cancelled));
        Assert.Empty(await Occasions(untold)); // nobody had told them of it
        Assert.Equal("10:30", ((string)browser.Told.ElementAt(3).Told["title"]!)[^5..]);
        Assert.All(browser.Told.Skip(3), t => Assert.Null(t.Told["accept"]));
    }

    [Fact]
    public async Task A_job_sent_out_again_at_once_is_one_ring_and_one_that_was_accepted_meanwhile_is_none()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        var visit = await SentOut(Ten);
        await Move(visit, Ten + Duration.FromHours(1));
        await Office.Post(new DispatchVisit(visit));
        await Sent();
        Assert.Equal(["New job, Mon 23 Nov 10:00", "New job, Mon 23 Nov 11:00"], browser.Told.Select(t => (string)t.Told["title"]!));

        browser.Answers = HttpStatusCode.ServiceUnavailable;
        var late = await SentOut(Ten + Duration.FromHours(4));
        await Phone.Post(new AcceptVisit(late));
        browser.Answers = HttpStatusCode.Created;
        House.Time.Advance(TimeSpan.FromMinutes(2));
        await House.Settled();
        Assert.Equal(2, browser.Told.Count);
        Assert.Equal(MessageState.Withdrawn, Assert.Single(await Lines(late)).State);
    }

    [Fact]
    public async Task Who_declined_is_told_nothing_more_of_it()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        var visit = await SentOut(Ten);
        House.Time.Advance(TimeSpan.FromMinutes(1));
        await Phone.Post(new DeclineVisit(visit, "No certificate"));
        await House.Settled();
        var start = Ten + Duration.FromHours(1);
        await Office.Post(new RescheduleVisit(visit, await Workforce.Given.Technician(House, Branch, "Grace Atieno"), start, start + Duration.FromHours(1), Nairobi));
        await Office.Post(new CancelVisit(visit, "Customer rang off"));
        await Sent();
        Assert.Single(browser.Told);
    }

    [Theory]
    [InlineData(HttpStatusCode.Gone)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_browser_that_is_gone_is_not_tried_again_and_the_office_sees_it(HttpStatusCode gone)
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        browser.Answers = gone;
        var visit = await SentOut(Ten);
        var line = Assert.Single(await Lines(visit));
        Assert.Equal((MessageState.Failed, "The browser does not take messages any more."), (line.State, line.Refusals.Single().Reason));
        browser.Answers = HttpStatusCode.Created;
        await SentOut(Ten + Duration.FromHours(2));
        Assert.Empty(browser.Told);
        Assert.Equal(1, await Subscribe(browser)); // the phone says so anew when it opens
    }

    [Fact]
    public async Task A_push_service_that_is_down_for_a_while_loses_nothing()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        browser.Answers = HttpStatusCode.ServiceUnavailable;
        await SentOut(Ten);
        browser.Answers = HttpStatusCode.Created;
        House.Time.Advance(TimeSpan.FromMinutes(1));
        await House.Settled();
        Assert.Single(browser.Told);
    }

    [Fact]
    public async Task A_device_rings_for_whoever_holds_it_and_for_nobody_who_left_or_signed_off()
    {
        await using var browser = await PushService.Start();
        await Subscribe(browser);
        var (grace, hers) = (await Workforce.Given.Technician(House, Branch, "Grace Atieno"), House.New<PersonId>());
        var her = House.As(new Principal($"person:{hers}", [Role.Technician], new Sight(Technician: grace), hers));
        await Subscribe(browser, caller: her);
        await SentOut(Ten);
        Assert.Empty(browser.Told);

        await Subscribe(browser);
        Assert.Equal(0, (int)(await Phone.Post(new UnsubscribePush(browser.Endpoint)))["count"]!);
        await SentOut(Ten + Duration.FromHours(2));
        Assert.Empty(browser.Told);

        await House.Admin.Post(new InvitePerson(person, "Daniel Mwangi", "daniel@baridi.example", new Rights([Role.Technician], Branches: [Branch], Technician: Daniel)));
        await Subscribe(browser);
        await House.Admin.Post(new DisablePerson(person));
        await House.Settled();
        await SentOut(Ten + Duration.FromHours(4));
        Assert.Empty(browser.Told);
    }

    [Fact]
    public async Task Only_a_browsers_own_keys_and_a_push_service_outside_are_taken()
    {
        await using var browser = await PushService.Start();
        Assert.Equal("push.key", (await Phone.Refused(new SubscribePush(browser.Endpoint, "AAAA", browser.Secret))).Code);
        Assert.Equal("push.key", (await Phone.Refused(new SubscribePush(browser.Endpoint, browser.Key, browser.Key))).Code);
        Assert.Equal("push.endpoint", (await Phone.Refused(new SubscribePush("http://push.example.net/x", browser.Key, browser.Secret))).Code);
        Assert.Equal("push.endpoint", (await Phone.Refused(new SubscribePush("https://me:secret@push.example.net/x", browser.Key, browser.Secret))).Code);
    }

    private async Task<int> Subscribe(PushService browser, string language = "en", Caller? caller = null) =>
        (int)(await (caller ?? Phone).Post(new SubscribePush(browser.Endpoint, browser.Key, browser.Secret, language)))["count"]!;

    private async Task<VisitId> Planned(Instant start) => await House.Visit(await House.Order(Branch, Account, site: Site), Branch, Daniel, start);

    private async Task<VisitId> SentOut(Instant start)
    {
        var visit = await Planned(start);
        await Office.Post(new DispatchVisit(visit));
        await House.Settled();
        return visit;
    }

    private async Task<IReadOnlyList<MessageLine>> Lines(VisitId visit) => (await Office.Get<Page<MessageLine>>($"messages?visit={visit}")).Items;

    private async Task<IEnumerable<Occasion>> Occasions(VisitId visit) => (await Lines(visit)).Where(l => l.State == MessageState.Sent).Select(l => l.Occasion).OrderBy(o => o.ToString()[3..] == "Sent" ? 0 : 1);
}
