using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Callout.Customers;
using Callout.Identity;
using Callout.Messaging;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.Messaging;

/// <summary>The public form, as somebody without an account meets it; what they type is given back until it is sent.</summary>
public sealed partial class ReportTests : MessagingHouse
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[400]];

    private static readonly (string Name, string Value)[] Filled =
    [
        ("trouble", "The freezer in the back room is warm"), ("place", "Savanna Fresh, Ngong Road"), ("name", "Amina Yusuf 🧊"), ("phone", "+254 722 000 111"), ("email", "amina@savanna.example"), ("urgency", "high"),
    ];

    private async Task<HttpClient> Visitor(string language = "en")
    {
        await House.Admin.Post(new BeginOrganisation("Baridi Cooling", Nairobi, "KES", "HQ", "Head office"));
        await House.Admin.Post(new OpenBranch(Branch, "NBO", "Nairobi"));
        await House.Admin.Post(new ChooseReportBranch(Branch));
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = House.Url };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return http;
    }

    /// <summary>As a person does: the form is fetched, looked at for a while, and sent with what it held.</summary>
    private async Task<HttpResponseMessage> Report(HttpClient http, IEnumerable<(string Name, string Value)> fields, (string Name, byte[] Content)? file = null, string path = "/report", string? page = null)
    {
        page ??= await http.GetStringAsync(path);
        House.Time.Advance(TimeSpan.FromSeconds(20));
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Hidden(page).Concat(fields)) form.Add(new StringContent(value), name);
        if (file is { } sent)
        {
            var content = new ByteArrayContent(sent.Content);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(content, "files", sent.Name);
        }

        return await http.PostAsync(path, form);
    }

    private static IEnumerable<(string Name, string Value)> Hidden(string page) => HiddenField().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value));

    private async Task<RequestLine> InQueue() => Assert.Single((await Office.Get<Page<RequestLine>>("requests?open=true")).Items);

    [Fact]
    public async Task A_report_with_a_photo_and_a_serial_stands_in_the_queue_and_its_link_shows_how_it_goes()
    {
        using var http = await Visitor();
        var asset = House.New<AssetId>();
        await Office.Post(new AddAsset(asset, Site, new("Walk-in freezer", Serial: "CX-44-71")));
        await Office.Post(new ReceiveRequest(House.New<ServiceRequestId>(), Branch, Channel.Phone, "Freezer is warm", Account, Site: Site, Asset: asset));

        var answer = await Report(http, [.. Filled, ("serial", "cx4471")], ("IMG_1.jpg", Jpeg));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var line = (await Office.Get<Page<RequestLine>>("requests?open=true&channel=website")).Items.Single();
        Assert.Equal((asset, Site, Account, Urgency.High, "amina@savanna.example"), (line.Asset!.Value, line.Site!.Value, line.Account!.Value, line.Urgency, line.CallerEmail));
        var request = await Office.Get<RequestPage>($"requests/{line.Id}");
        Assert.Equal("photo-1.jpeg", Assert.Single(request.Attachments).Name);
        Assert.Equal("Freezer is warm", Assert.Single(request.Alike.Requests).Summary);
        Assert.Contains("Savanna Fresh, Ngong Road", request.Words);

        var link = answer.Headers.Location!.OriginalString;
        Assert.Contains($"We have your request {line.Number}", await http.GetStringAsync(link));
        await Sent();
        Assert.Contains($"https://baridi.example{link}", Texts.Sent.Single().Raw);

        await Office.Post(new AskAboutRequest(line.Id, "Which door?"));
        Assert.Contains("Which door?", await http.GetStringAsync(link));
        Assert.Equal(HttpStatusCode.SeeOther, (await http.PostAsync($"{link}/answer", new FormUrlEncodedContent([new("text", "The left one")]))).StatusCode);
        Assert.Equal("The left one", (await Office.Get<RequestPage>($"requests/{line.Id}")).Answer);
    }

    [Fact]
    public async Task The_visit_of_its_order_is_followed_under_the_same_link_and_told_to_who_reported()
    {
        using var http = await Visitor();
        var link = (await Report(http, Filled.Select(f => f.Name switch { "phone" => (f.Name, ""), "name" => (f.Name, "Amina"), _ => f }))).Headers.Location!.OriginalString;
        var order = House.New<WorkOrderId>();
        var request = (await InQueue()).Id;
        await Office.Post(new DescribeRequest(request, Account, Site));
        await Office.Post(new OpenWorkOrder(order, request, await House.WorkType()));
        Assert.Contains("We are planning your visit", await http.GetStringAsync(link));
        await Booked(order);
        await Sent();
        Assert.Contains("10:00", await http.GetStringAsync(link));
        Assert.Contains("amina@savanna.example", Mail.Mails.Last());
        Assert.Contains("between 10:00 and 12:00", Mail.Mails.Last().Replace("=\r\n", "").ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_that_was_typed_is_lost()
    {
        using var http = await Visitor();
        var answer = await Report(http, [("trouble", "It \"hums\" <loudly>"), ("phone", "twelve"), ("email", "amina@"), ("urgency", "emergency")], ("IMG_1.jpg", Jpeg));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("It &quot;hums&quot; &lt;loudly&gt;</textarea>", page);
        Assert.Contains("value=\"twelve\"", page);
        Assert.Contains("value=\"emergency\" checked", page);
        Assert.Contains("Say where it is.", page);
        Assert.Contains("This is not a telephone number.", page);
        Assert.Contains("This is not an e-mail address", page);

        var photo = Photo().Match(page).Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await Report(http, [.. Filled, ("photo", photo), ("photo", $"{new string('a', 64)}.jpeg.{new string('0', 64)}")], page: page)).StatusCode);
        Assert.Single((await Office.Get<RequestPage>($"requests/{(await InQueue()).Id}")).Attachments);
    }

    [Theory]
    [InlineData("empty.jpg", 0, "is empty")]
    [InlineData("huge.jpg", 40 << 20, "has 40 MB; at most 25 MB")]
    [InlineData("drawing.svg", -1, "is not a photo")]
    [InlineData("paper.jpg", -2, "is not a photo")]
    public async Task A_file_that_is_no_photo_or_too_large_is_refused_in_words_and_the_words_stay(string name, int size, string said)
    {
        using var http = await Visitor();
        var content = size switch { -1 => "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(), -2 => "%PDF-1.7 "u8.ToArray(), _ => Jpeg.Concat(new byte[Math.Max(0, size - Jpeg.Length)]).Take(size).ToArray() };
        var answer = await Report(http, Filled, (name, content));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"{name} {said}", page);
        Assert.Contains("The freezer in the back room is warm", page);
        Assert.Equal(HttpStatusCode.SeeOther, (await Report(http, Filled, page: page)).StatusCode);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_request_and_said_anew_it_is_another()
    {
        using var http = await Visitor();
        var page = await http.GetStringAsync("/report/nbo");
        var first = await Report(http, Filled, page: page);
        var again = await Report(http, Filled, page: page);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await InQueue();
        await Report(http, [.. Filled, ("serial", "CX")], page: page);
        Assert.Equal(2, (await Office.Get<Page<RequestLine>>("requests?open=true")).Items.Count);
    }

    [Fact]
    public async Task What_no_person_fills_in_is_kept_aside_and_answered_alike()
    {
        using var http = await Visitor();
        var answer = await Report(http, [.. Filled, ("website", "https://pills.example")]);
        Assert.Equal("/portal/thanks", answer.Headers.Location!.OriginalString);
        Assert.Contains("we have your report", await http.GetStringAsync("/portal/thanks"));
        Assert.Empty((await Office.Get<Page<RequestLine>>("requests?open=true")).Items);
        Assert.Equal(RequestState.Declined, Assert.Single((await Office.Get<Page<RequestLine>>("requests?open=false")).Items).State);
        await Sent();
        Assert.Empty(Texts.Sent);
    }

    [Fact]
    public async Task One_address_reports_so_often_and_no_more_for_an_hour()
    {
        using var http = await Visitor();
        for (var n = 0; n < 10; n++) Assert.Equal(HttpStatusCode.SeeOther, (await Report(http, Filled)).StatusCode);
        var refused = await Report(http, Filled);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("minutes, or ring us", await refused.Content.ReadAsStringAsync());
        await Sent();
        Assert.Equal(3, Texts.Sent.Count);
        House.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.SeeOther, (await Report(http, Filled)).StatusCode);
    }

    [Fact]
    public async Task The_form_speaks_the_language_that_is_chosen_and_goes_to_the_branch_that_is_meant()
    {
        using var http = await Visitor("sw-KE");
        var mombasa = House.New<BranchId>();
        await House.Admin.Post(new OpenBranch(mombasa, "MSA", "Mombasa"));
        Assert.Contains("Kuna tatizo gani?", await http.GetStringAsync("/report"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/report/XYZ")).StatusCode);
        var french = WebUtility.HtmlDecode(await (await Report(http, [("trouble", "Il fait chaud"), ("language", "fr")])).Content.ReadAsStringAsync());
        Assert.Contains("Quel est le problème ?", french);
        Assert.Contains("Il fait chaud</textarea>", french);
        Assert.DoesNotContain("class=\"wrong\"", french);

        await House.Admin.Post(new ChooseReportBranch(null));
        await Report(http, [.. Filled, ("branch", "MSA")]);
        Assert.Equal(mombasa, Assert.Single((await House.Dispatcher(mombasa).Get<Page<RequestLine>>("requests?open=true")).Items).Branch);
        await House.Admin.Post(new ChooseReportBranch(Branch));
        await Report(http, [.. Filled, ("branch", "MSA")]);
        await InQueue();
    }

    [Fact]
    public async Task The_form_is_small()
    {
        using var http = await Visitor();
        var (html, css, js) = (await http.GetByteArrayAsync("/report"), await http.GetByteArrayAsync("/portal/portal.css"), await http.GetByteArrayAsync("/portal/report.js"));
        Assert.True(js.Length < 15_000 && html.Length + css.Length + js.Length < 60_000);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"photo\" value=\"([^\"]+)\"")]
    private static partial Regex Photo();
}
