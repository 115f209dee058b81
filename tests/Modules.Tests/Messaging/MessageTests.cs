using System.Net;
using System.Security.Cryptography;
using System.Text;
using Callout.Customers;
using Callout.Messaging;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Messaging;

public sealed class MessageTests : MessagingHouse
{
    private static readonly ContactDetails ByMail = new("Wanjiru Kamau", Phones: ["0712 345 678"], Email: "wanjiru@savanna.example", Channel: ContactChannel.Email, Language: "en");

    private static readonly ContactDetails BySms = ByMail with { Channel = ContactChannel.Sms, Language = "sw-KE" };

    [Fact]
    public async Task A_booked_visit_is_confirmed_by_mail_with_a_link_that_is_kept_nowhere()
    {
        var order = await Order(await Contact(ByMail));
        await Booked(order);
        await Sent();

        var mail = Assert.Single(Mail.Mails);
        Assert.Contains("Monday 23 November, between 10:00 and 12:00", mail.Replace("=\r\n", "").ReplaceLineEndings(" "));
        Assert.Matches("https://baridi.example/t/[0-9a-f]{64}", mail.Replace("=" + Environment.NewLine, ""));
        var line = Assert.Single(await Log(order));
        Assert.Equal((Occasion.Booked, MessageState.Sent, MessageChannel.Email), (line.Occasion, line.State, line.Channel));
        Assert.DoesNotContain("/t/", line.Text);
    }

    [Fact]
    public async Task Five_moves_within_a_minute_are_one_message()
    {
        var order = await Order(await Contact(ByMail));
        var visit = await Booked(order);
        await Sent();
        for (var minutes = 30; minutes <= 150; minutes += 30)
        {
            await Move(visit, Instant.FromUtc(2026, 11, 23, 7, 0) + Duration.FromMinutes(minutes));
            await House.Settled();
        }

        await Sent();
        Assert.Equal(2, Mail.Mails.Count);
        Assert.Contains("between 12:30 and 14:30", Mail.Mails.Last().ReplaceLineEndings(" "));
        Assert.Equal([Occasion.Moved, Occasion.Booked], (await Log(order)).Select(m => m.Occasion));
    }

    [Fact]
    public async Task Ten_minutes_are_not_worth_a_message_and_a_move_taken_back_is_none()
    {
        var order = await Order(await Contact(ByMail));
        var visit = await Booked(order);
        await Sent();
        await Move(visit, Instant.FromUtc(2026, 11, 23, 7, 10));
        await Sent();
        await Move(visit, Instant.FromUtc(2026, 11, 23, 9, 0));
        await House.Settled();
        await Move(visit, Instant.FromUtc(2026, 11, 23, 7, 0));
        await Sent();

        Assert.Single(Mail.Mails);
        Assert.Equal([MessageState.Withdrawn, MessageState.Sent], (await Log(order)).Select(m => m.State));
    }

    [Fact]
    public async Task A_visit_that_runs_late_without_a_move_is_told_once_and_again_only_when_it_changes()
    {
        var order = await Order(await Contact(ByMail));
        await Booked(order);
        await Sent();
        var earlier = await House.Visit(await House.Order(Branch, Account, site: Site), Branch, Daniel, Instant.FromUtc(2026, 11, 23, 5, 30));
        await House.Technician(Daniel).Post(new StartWork(earlier));
        for (var minutes = 0; minutes < 250; minutes += 5)
        {
            House.Time.Advance(TimeSpan.FromMinutes(5));
            await House.Settled();
        }

        var late = (await Log(order)).Where(m => m.Occasion == Occasion.Delayed).ToList();
        Assert.Single(late);
        Assert.Contains("running late", late[0].Text);
    }

    [Fact]
    public async Task A_receipt_says_that_it_arrived_and_one_that_did_not_goes_the_next_way()
    {
        var (first, second) = (await Order(await Contact(BySms)), await Order(await Contact(BySms)));
        await Booked(first);
        await Booked(second, later: true);
        await Sent();
        string Id(int n) => Texts.Sent.ElementAt(n).Headers["webhook-id"].ToString();
        Assert.Equal(HttpStatusCode.Accepted, await Receipt($$"""{"message":"{{Id(0)}}","state":"delivered"}"""));
        Assert.Equal(HttpStatusCode.Accepted, await Receipt($$"""{"message":"{{Id(1)}}","state":"failed","reason":"Unknown subscriber"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, await Receipt($$"""{"message":"{{Id(1)}}","state":"delivered"}""", "guess"));
        await Sent();
        var (one, two) = (Assert.Single(await Log(first)), Assert.Single(await Log(second)));
        Assert.Equal([MessageState.Delivered, MessageState.Sent], new[] { one.State, two.State }.Order().Reverse());
        var other = one.State == MessageState.Sent ? one : two;
        Assert.Equal((MessageChannel.Email, "Unknown subscriber"), (other.Channel, other.Refusals.Single().Reason));
    }

    private async Task<HttpStatusCode> Receipt(string body, string secret = "let-me-in")
    {
        var at = House.Now.ToUnixTimeSeconds();
        using var http = new HttpClient { BaseAddress = House.Url };
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/inbound/receipts") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", "receipt-1");
        request.Headers.Add("webhook-timestamp", $"{at}");
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"receipt-1.{at}.{body}")))}");
        return (await http.SendAsync(request)).StatusCode;
    }

    [Fact]
    public async Task While_the_mail_server_is_down_nothing_is_lost()
    {
        var order = await Order(await Contact(ByMail with { Phones = [] }));
        Mail.Stop();
        await Booked(order);
        await Sent();
        Assert.Equal(MessageState.Queued, Assert.Single(await Log(order)).State);

        Mail.Start();
        House.Time.Advance(TimeSpan.FromMinutes(2));
        await House.Settled();
        Assert.Single(Mail.Mails);
        Assert.Equal(MessageState.Sent, Assert.Single(await Log(order)).State);
    }

    [Fact]
    public async Task After_eight_tries_it_goes_another_way()
    {
        var order = await Order(await Contact(ByMail));
        Mail.Stop();
        await Booked(order);
        await Sent();
        for (var tries = 1; tries < 8; tries++)
        {
            House.Time.Advance(TimeSpan.FromHours(1));
            await House.Settled();
        }

        var line = (await Log(order)).Single(m => m.Occasion == Occasion.Booked);
        Assert.Equal((MessageState.Sent, MessageChannel.Sms), (line.State, line.Channel));
        Assert.Equal(MessageChannel.Email, Assert.Single(line.Refusals).Channel);
    }

    [Fact]
    public async Task A_refused_text_message_goes_by_mail_and_the_dispatcher_sees_why()
    {
        Texts.Refuses.Add("+254712345678");
        var order = await Order(await Contact(BySms));
        await Booked(order);
        await Sent();

        var line = Assert.Single(await Log(order));
        Assert.Equal((MessageState.Sent, MessageChannel.Email), (line.State, line.Channel));
        Assert.Equal("This number is not reachable.", Assert.Single(line.Refusals).Reason);
        Assert.Contains("Habari Wanjiru Kamau", Assert.Single(Mail.Mails));
        Assert.Contains("message.refused", await House.Ledger());
    }

    [Fact]
    public async Task Where_no_way_is_left_the_message_has_failed_for_all_to_see()
    {
        Mail.Unknown.Add("wanjiru@savanna.example");
        var order = await Order(await Contact(ByMail with { Phones = [] }));
        await Booked(order);
        await Sent();

        var failed = Assert.Single((await Office.Get<Page<MessageLine>>("messages?state=failed")).Items);
        Assert.Contains("no such mailbox", Assert.Single(failed.Refusals).Reason);
    }

    [Fact]
    public async Task A_text_message_is_signed_and_in_the_customers_language()
    {
        var order = await Order(await Contact(BySms));
        var visit = await Booked(order);
        await Sent();
        await House.Technician(Daniel).Post(new StartTravel(visit));
        await House.Settled();
        House.Time.Advance(TimeSpan.FromMinutes(1));
        await House.Technician(Daniel).Post(new StartTravel(await Booked(await Order(await Contact(BySms with { Name = "Other" })), later: true)));
        await House.Settled();

        var (body, headers, raw) = Texts.Sent.ElementAt(1);
        Assert.StartsWith("Callout: Daniel yuko njiani", (string)body["text"]!);
        var signed = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{raw}";
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("s3cret"), Encoding.UTF8.GetBytes(signed)))}", headers["webhook-signature"]);
    }

    [Fact]
    public async Task At_night_what_can_wait_waits()
    {
        var order = await Order(await Contact(ByMail with { QuietFrom = new(7, 0), QuietUntil = new(9, 30) }));
        await Booked(order);
        await Sent();
        Assert.Empty(Mail.Mails);

        House.Time.Advance(TimeSpan.FromMinutes(90));
        await House.Settled();
        Assert.Single(Mail.Mails);
    }

    [Fact]
    public async Task A_declined_channel_is_never_used()
    {
        var order = await Order(await Contact(BySms with { Declined = [ContactChannel.Sms, ContactChannel.WhatsApp] }));
        await Booked(order);
        await Sent();
        Assert.Empty(Texts.Sent);
        Assert.Single(Mail.Mails);
    }

    [Fact]
    public async Task A_visit_cancelled_before_anybody_heard_of_it_is_not_mentioned()
    {
        var order = await Order(await Contact(ByMail));
        await Office.Post(new CancelVisit(await Booked(order), "Entered twice"));
        await Sent();
        Assert.Empty(Mail.Mails);
    }

    [Fact]
    public async Task The_organisation_may_say_it_in_its_own_words_and_people_in_theirs()
    {
        await House.Admin.Post(new WriteTemplate(Occasion.Booked, MessageChannel.Sms, "sw", "Karibu {name}, {day}"));
        Assert.Equal("message-template.unknown", (await House.Admin.Refused(new WriteTemplate(Occasion.Booked, MessageChannel.Sms, "sw", "Karibu {who}"))).Code);
        var order = await Order(await Contact(BySms));
        var visit = await Booked(order);
        await Sent();
        await Office.Post(new SendMessage(House.New<MessageId>(), visit, "Daniel brings the part along"));
        await House.Settled();

        Assert.StartsWith("Karibu Wanjiru Kamau, ", (string)Texts.Sent.First().Body["text"]!);
        Assert.Equal("Daniel brings the part along", (string)Texts.Sent.Last().Body["text"]!);
        Assert.All(await Office.Get<IReadOnlyList<TemplateLine>>("message-templates"), t => Assert.DoesNotContain('{', t.Preview));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_no_address_and_no_words()
    {
        var contact = await Contact(ByMail);
        var order = await Order(contact);
        await Booked(order);
        await Sent();
        await House.Admin.Post(new ErasePerson(PersonId.From(contact.Value)));

        var line = Assert.Single(await Log(order));
        Assert.Equal(("", ""), (line.To, line.Text));
    }
}
