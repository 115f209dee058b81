using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Callout.Customers;
using Callout.Identity;
using Callout.Messaging;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Messaging;

public sealed partial class IncomingMailTests : MessagingHouse
{
    private const string Fault = """
        From: =?utf-8?q?Amina_Yus=C3=BCf?= <amina@savanna.example>
        To: Service <service@baridi.example>
        Subject: Freezer in the back room is warm
        Message-ID: <first@savanna.example>
        Importance: high
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary="b2"

        --b2
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        It has been at 4=C2=B0 since this morning.
        --b2
        Content-Type: text/html

        <p>It has been at 4 degrees</p>
        --b2--
        --b1
        Content-Type: image/jpeg; name="freezer.jpg"
        Content-Disposition: attachment; filename="freezer.jpg"
        Content-Transfer-Encoding: base64

        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQ==
        --b1
        Content-Type: application/vnd.ms-excel; name="list.xls"
        Content-Disposition: attachment; filename="list.xls"
        Content-Transfer-Encoding: base64

        0M8R4KGxGuE=
        --b1--
        """;

    private static string Plain(string id, string text, string more = "", string from = "amina@savanna.example") =>
        $"From: Amina <{from}>\nTo: service@baridi.example\nSubject: Re: what you wrote\nMessage-ID: <{id}>\n{more}Content-Type: text/plain; charset=utf-8\n\n{text}\n";

    private async Task Open()
    {
        await House.Admin.Post(new BeginOrganisation("Baridi Cooling", Nairobi, "KES", "HQ", "Head office"));
        await House.Admin.Post(new OpenBranch(Branch, "NBO", "Nairobi"));
        await House.Admin.Post(new ChooseReportBranch(Branch));
    }

    private async Task<HttpStatusCode> Hand(string mail, string secret = "let-me-in", Duration? late = null)
    {
        var body = Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));
        var at = (House.Now - (late ?? Duration.Zero)).ToUnixTimeSeconds();
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        content.Headers.Add("webhook-id", "msg_1");
        content.Headers.Add("webhook-timestamp", $"{at}");
        content.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"msg_1.{at}."), .. body]))}");
        using var http = new HttpClient { BaseAddress = House.Url };
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/inbound/mail") { Content = new ByteArrayContent(body) };
        foreach (var (name, values) in content.Headers.Where(h => h.Key.StartsWith("webhook", StringComparison.Ordinal))) request.Headers.Add(name, values);
        return (await http.SendAsync(request)).StatusCode;
    }

    private async Task<IReadOnlyList<RequestLine>> Queue() => (await Office.Get<Page<RequestLine>>("requests?open=true")).Items;

    [Fact]
    public async Task A_mail_becomes_a_request_with_its_attachments_and_is_answered_in_its_conversation()
    {
        await Open();
        var contact = await Contact(new("Amina Yusuf", Email: "Amina@savanna.example"));
        Assert.Equal(HttpStatusCode.Accepted, await Hand(Fault));
        Assert.Equal(HttpStatusCode.Accepted, await Hand(Fault));

        var line = Assert.Single(await Queue());
        Assert.Equal((Channel.Email, Urgency.High, "Freezer in the back room is warm", Account), (line.Channel, line.Urgency, line.Summary, line.Account!.Value));
        var request = await Office.Get<RequestPage>($"requests/{line.Id}");
        Assert.Equal(contact, request.Contact);
        Assert.StartsWith("It has been at 4° since this morning.", request.Words);
        Assert.EndsWith("list.xls", request.Words);
        Assert.Equal("freezer.jpg", Assert.Single(request.Attachments).Name);
        await Sent();
        var answer = Assert.Single(Mail.Mails);
        Assert.Contains("In-Reply-To: <first@savanna.example>", answer);
        Assert.Contains("Auto-Submitted: auto-generated", answer);
    }

    [Fact]
    public async Task An_answer_goes_to_what_it_answers_and_opens_no_request()
    {
        await Open();
        await Hand(Fault);
        await Sent();
        var ours = MessageId().Match(Mail.Mails.Single()).Groups[1].Value;
        await Hand(Plain("second@savanna.example", "It leaks, too.\n\nOn Mon, 23 Nov 2026 at 08:00, Baridi Cooling <service@baridi.example> wrote:\n> we have your request", $"In-Reply-To: <{ours}>\nReferences: <first@savanna.example> <{ours}>\n"));
        var request = Assert.Single(await Queue()).Id;
        Assert.EndsWith("It leaks, too.", (await Office.Get<RequestPage>($"requests/{request}")).Words);

        await Office.Post(new AskAboutRequest(request, "Which one?"));
        await Hand(Plain("third@savanna.example", "The left one", "In-Reply-To: <first@savanna.example>\n"));
        Assert.Equal("The left one", (await Office.Get<RequestPage>($"requests/{request}")).Answer);

        var order = House.New<WorkOrderId>();
        await Office.Post(new OpenWorkOrder(order, request));
        await Hand(Plain("fourth@savanna.example", "The gate code is 4711", "In-Reply-To: <third@savanna.example>\n"));
        Assert.Empty(await Queue());
        Assert.Contains("The gate code is 4711", Assert.Single((await Office.Get<WorkOrderPage>($"work-orders/{order}")).Notes).Text);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n", "amina@savanna.example")]
    [InlineData("Precedence: bulk\n", "amina@savanna.example")]
    [InlineData("Return-Path: <>\n", "amina@savanna.example")]
    [InlineData("", "MAILER-DAEMON@savanna.example")]
    [InlineData("", "service@baridi.example")]
    public async Task What_a_machine_wrote_is_no_request_and_is_not_answered(string header, string from)
    {
        await Open();
        Assert.Equal(HttpStatusCode.Accepted, await Hand(Plain("x@savanna.example", "I am on holiday", header, from)));
        Assert.Empty(await Queue());
        await Sent();
        Assert.Empty(Mail.Mails);
    }

    [Fact]
    public async Task Only_who_signs_it_lately_may_hand_a_mail_over()
    {
        await Open();
        Assert.Equal(HttpStatusCode.Unauthorized, await Hand(Fault, "guess"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Hand(Fault, late: Duration.FromMinutes(6)));
        Assert.Empty(await Queue());
    }

    [Fact]
    public async Task The_mailbox_is_looked_into_and_each_mail_taken_once_also_when_it_comes_another_way_too()
    {
        await Open();
        Mailbox.Receive(Fault);
        Mailbox.Receive(Plain("other@savanna.example", "The ice maker is quiet").Replace("service@", "service+HQ@"));
        await House.Settled();
        House.Time.Advance(TimeSpan.FromSeconds(31));
        await House.Settled();
        Assert.Single(await Queue());
        Assert.Equal(2, (await House.Admin.Get<Page<RequestLine>>("requests?open=true")).Items.Count);
        Assert.Equal(["\\Seen", "\\Seen"], Mailbox.Flags);

        await Hand(Fault);
        Mailbox.Receive(Fault);
        House.Time.Advance(TimeSpan.FromSeconds(31));
        await House.Settled();
        Assert.Single(await Queue());
        Assert.Equal(3, Mailbox.Flags.Count(f => f == "\\Seen"));
    }

    [GeneratedRegex("Message-Id: <([^>]+)>", RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();
}
