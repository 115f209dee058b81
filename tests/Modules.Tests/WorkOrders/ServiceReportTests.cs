using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Callout.Customers;
using Callout.Identity;
using Callout.Modules.Tests.Customers;
using Callout.Modules.Tests.Paper;
using Callout.WorkOrders;
using SkiaSharp;
using Given = Callout.Testing.Given;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class ServiceReportTests : IAsyncLifetime
{
    private const string Shown = "3f2a91c4d05b6e7788990011aabbccddeeff00112233445566778899aabbccdd";

    private static readonly ChecklistItem[] Checklist =
    [
        new("suction", "Suction pressure", AnswerKind.Number, Unit: "bar", Least: 2, Most: 3.2),
        new("superheat", "Superheat", AnswerKind.Number, Unit: "K", Least: 5, Most: 8),
        new("voltage", "Supply voltage", AnswerKind.Number, Unit: "V"),
        new("seal", "Door seal closes", AnswerKind.Tick),
        new("drain", "Drain runs free", AnswerKind.Tick),
    ];

    private TestHouse house = null!;
    private BranchId branch;
    private AccountId account;
    private ContactId contact;
    private SiteId site;
    private ResourceId ana;
    private Caller office = null!, phone = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, contact) = (house.New<BranchId>(), house.New<ContactId>());
        await house.Admin.Post(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "HQ", "Head office"));
        await house.Admin.Post(ChangeOrganisation.Example with { Letterhead = "Lusaka Road, Industrial Area, Nairobi\n0709 555 010" });
        await house.Admin.Post(new OpenBranch(branch, "NBO", "Nairobi"));
        (account, ana) = (await house.Account(branch, "Jikoni Bakery Ltd"), await Technician());
        site = await house.Site(branch, account);
        (office, phone) = (house.Dispatcher(branch), house.Technician(ana));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_report_says_what_was_captured_and_nothing_that_is_kept_from_the_customer()
    {
        var report = Read.Of(await Report(await Done()), "report");

        string[] expected =
        [
            "Baridi Cooling Ltd", "Lusaka Road, Industrial Area, Nairobi", "0709 555 010", "Service report", "WO-1", "Monday 23 November 2026", "Jikoni Bakery Ltd",
            "The work is done", "Reported: Cold room at 9 degrees.", "Suction pressure 2.6 bar 2 to 3.2 Within", "Superheat 14 K 5 to 8 Outside", "Supply voltage 412 V", "Door seal closes OK", "Drain runs free Not OK",
            "Filter drier 3/8\"", "FD-038", "S-99", "1.8 kg", "New door seal", "Amina Yusuf", "KES 4,500.00", "Ana Wanjiru", "20 min", "1 h 30 min", "Before", "After",
            "Change the seal before summer", "Amina Yusuf, Owner", "Times in Nairobi time", "Page 1 of 2",
        ];
        Assert.All(expected, words => Assert.Contains(words, report.All));
        Assert.Contains(Shown, report.All.Replace(" ", ""));
        Assert.DoesNotContain("never pays", report.All);
        Assert.Equal(3, report.Pictures);
    }

    [Fact]
    public async Task The_same_facts_are_the_same_bytes_also_after_a_restart_and_others_are_not()
    {
        var order = await Done();
        var first = await Report(order);
        await house.Restart();
        Assert.Equal(first, await Report(order));
        using var known = await Ask(order);
        using var again = await Ask(order, tag: known.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        await house.Dispatcher(branch).Post(new AddNote(house.New<NoteId>(), order, "We come back in March", Shared: true));
        Assert.NotEqual(first, await Report(order));
    }

    [Fact]
    public async Task It_speaks_the_customers_language_or_another_that_is_asked_for()
    {
        await office.Post(AddContact.Example with { Contact = contact, Account = account, Details = AddContact.Example.Details with { Name = "Rehema Njoroge", Language = "sw-KE", Phones = [], Email = null } });
        var order = await Done(contact);
        Says(await Report(order), "Ripoti ya huduma", "Jumatatu 23 Novemba 2026", "Kazi ya ziada", "KES 4,500.00", "Ukurasa 1 wa 2");
        Says(await Report(order, "en"), "Service report", "Monday 23 November 2026", "Additional work, approved on site", "KES 4,500.00", "Page 1 of 2");
        Says(await Report(order, "fr"), "Rapport d’intervention", "lundi 23 novembre 2026", "Travaux supplémentaires", "4 500,00 KES", "Page 1 sur 2");
        Says(await Report(order, "de"), "Servicebericht", "Montag, 23. November 2026", "Zusatzarbeiten", "4.500,00 KES", "Seite 1 von 2");
    }

    private static void Says(byte[] pdf, params string[] expected)
    {
        var report = Read.Of(pdf, $"report-{expected[0]}");
        Assert.All(expected, words => Assert.Contains(words, report.All));
    }

    [Fact]
    public async Task Sixty_checks_and_twelve_photos_go_on_over_pages_and_each_says_what_its_columns_are()
    {
        var checks = Enumerable.Range(1, 60).Select(i => new ChecklistItem($"c{i}", $"Reading {i:00} of the long list", AnswerKind.Number, Unit: "bar", Least: 1, Most: 5)).ToList();
        var order = await house.Order(branch, account, Given.Plain with { Checklist = checks }, site: site);
        var visit = await house.Visit(order, branch, ana);
        await phone.Post(new StartWork(visit, true));
        foreach (var check in checks) await phone.Post(new AnswerChecklist(visit, check.Code, check.Code == "c7" ? "7.5" : "2.5"));
        for (var i = 0; i < 12; i++) await Attach(order, visit, Picture(3000, 2000, (byte)(20 * i)), i % 2 == 0 ? AttachmentTag.Before : AttachmentTag.After);
        await phone.Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        var pdf = await Report(order);
        var report = Read.Of(pdf, "report-long");
        Assert.All(checks, c => Assert.Single(report.Pages, page => page.Contains(c.Text)));
        Assert.All(report.Pages.Where(p => p.Contains("of the long list")), p => Assert.Contains("Checked Value Limits", p));
        Assert.All(report.Pages.Select((page, i) => (page, i)), p => Assert.Contains($"Page {p.i + 1} of {report.Pages.Count}", p.page));
        Assert.InRange(report.Pages.Count, 3, 5);
        Assert.Equal(12, report.Pictures);
        Assert.InRange(pdf.Length, 1, 4_000_000);
    }

    [Fact]
    public async Task Names_in_every_script_are_written_and_a_photo_that_is_none_is_said_so()
    {
        var strange = await house.Account(branch, "مخبز النور ❄ שלום 🧁 Bäckerei Łódź ሰላም");
        var order = await house.Order(branch, strange, site: site);
        var visit = await house.Visit(order, branch, ana);
        await Attach(order, visit, [0xFF, 0xD8, 0xFF, 1, 2, 3], AttachmentTag.Before);
        await phone.Post(new AddNote(house.New<NoteId>(), order, new string('x', 4000) + " " + string.Join(" ", Enumerable.Repeat("word", 900)), visit, Shared: true));
        await phone.Post(new CompleteVisit(visit, VisitOutcome.FollowUpNeeded));

        var report = Read.Of(await Report(order), "report-scripts");
        Assert.Contains("Bäckerei Łódź", report.All);
        Assert.DoesNotContain("?", report.Pages[0]);
        Assert.Contains("kept with the order", report.All);
        Assert.Contains("a further visit is needed", report.All);
    }

    [Fact]
    public async Task There_is_none_before_a_visit_has_ended_nor_for_who_does_not_see_the_order()
    {
        var order = await house.Order(branch, account, site: site);
        Assert.Equal("report.not-yet", (await office.NotGot($"work-orders/{order}/report.pdf")).Code);
        await phone.Post(new CompleteVisit(await house.Visit(order, branch, ana), VisitOutcome.Fixed));
        await Report(order);
        Assert.Equal(404, (await house.Dispatcher(house.New<BranchId>()).NotGot($"work-orders/{order}/report.pdf")).Status);
    }

    [Fact]
    public async Task Why_it_could_not_be_done_is_said()
    {
        var order = await house.Order(branch, account, site: site);
        await phone.Post(new ReportIncomplete(await house.Visit(order, branch, ana), IncompleteReason.PartMissing));
        Assert.Contains("The work could not be finished: a part was missing", Read.Of(await Report(order)).All);
    }

    private async Task<WorkOrderId> Done(ContactId? with = null)
    {
        var order = await house.Order(branch, account, Given.Plain with { Checklist = Checklist }, site: site);
        if (with is not null) await office.Post(new DescribeWorkOrder(order, Contact: with));
        var visit = await house.Visit(order, branch, ana);
        await phone.Post(new StartTravel(visit));
        house.Time.Advance(TimeSpan.FromMinutes(20));
        await phone.Post(new Arrive(visit));
        await phone.Post(new StartWork(visit, true));
        foreach (var (item, value) in new[] { ("suction", "2.6"), ("superheat", "14"), ("voltage", "412"), ("seal", "ok"), ("drain", "not-ok") }) await phone.Post(new AnswerChecklist(visit, item, value));
        await phone.Post(new UsePart(visit, Guid.NewGuid(), "FD-038", "Filter drier 3/8\"", 1, "piece", "S-99"));
        await phone.Post(new UsePart(visit, Guid.NewGuid(), "RG-404", "Refrigerant R-404A", 1.8m, "kg"));
        await phone.Post(new ApproveExtra(visit, Guid.NewGuid(), "New door seal", new Money(450_000, "KES"), "Amina Yusuf"));
        await Attach(order, visit, Picture(1600, 1200, 90), AttachmentTag.Before);
        await Attach(order, visit, Picture(1200, 1600, 180), AttachmentTag.After);
        await phone.Post(new AddNote(house.New<NoteId>(), order, "Change the seal before summer", visit, Shared: true));
        await phone.Post(new AddNote(house.New<NoteId>(), order, "This customer never pays in time", visit));
        house.Time.Advance(TimeSpan.FromMinutes(90));
        await phone.Post(new SignVisit(visit, "Amina Yusuf", "Owner", (await Keep(Scribble(), "image/png")).Hash, Shown));
        await phone.Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        return order;
    }

    private async Task<ResourceId> Technician()
    {
        var technician = house.New<ResourceId>();
        await house.Admin.Post(Callout.Workforce.AddTechnician.Example with { Technician = technician, Name = "Ana Wanjiru", Branch = branch });
        return technician;
    }

    private async Task<byte[]> Report(WorkOrderId order, string? language = null)
    {
        using var answer = await Ask(order, language);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> Ask(WorkOrderId order, string? language = null, string? tag = null)
    {
        await house.Settled();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/work-orders/{order}/report.pdf?language={language}");
        if (tag is not null) request.Headers.IfNoneMatch.Add(new(tag));
        return await house.Dispatcher(branch).Http.SendAsync(request);
    }

    private async Task Attach(WorkOrderId order, VisitId visit, byte[] picture, AttachmentTag tag) =>
        await phone.Post(new AttachToWorkOrder(house.New<AttachmentId>(), order, (await Keep(picture, "image/jpeg")).Hash, "photo.jpg", "image/jpeg", tag, visit));

    private async Task<Blob> Keep(byte[] content, string mediaType)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var answer = await phone.Http.PostAsync("/api/blobs", body);
        return (await answer.Content.ReadFromJsonAsync<Blob>(Wire.Json))!;
    }

    private static byte[] Picture(int width, int height, byte shade) => Drawn(width, height, SKEncodedImageFormat.Jpeg, canvas =>
    {
        canvas.Clear(new SKColor(shade, 120, (byte)(255 - shade)));
        using var paint = new SKPaint { Color = SKColors.White };
        canvas.DrawCircle(width / 2f, height / 2f, height / 4f, paint);
    });

    private static byte[] Scribble() => Drawn(520, 160, SKEncodedImageFormat.Png, canvas =>
    {
        using var paint = new SKPaint { Color = SKColors.Black, IsStroke = true, StrokeWidth = 4, IsAntialias = true };
        for (var i = 0; i < 10; i++) canvas.DrawLine(40 + (i * 40), 120 - (i % 2 * 80), 80 + (i * 40), 40 + (i % 2 * 80), paint);
    });

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        draw(canvas);
        using var content = bitmap.Encode(format, 85);
        return content.ToArray();
    }
}
