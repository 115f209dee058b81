using Callout.Workforce;
using Ical.Net;

namespace Callout.Modules.Tests.Workforce;

public sealed class CalendarTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        ana = await house.Technician(branch, "Ana");
        await house.Weekdays(ana);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Whoever_has_the_link_reads_shifts_turns_on_call_and_absences()
    {
        var monday = new LocalDate(2026, 11, 23);
        await house.Dispatcher(branch).Post(new PlanOnCall(house.New<OnCallRotaId>(), branch, "Nights", [ana], monday, new(17, 0), 7, Given.Nairobi));
        var absence = house.New<AbsenceId>();
        await house.Admin.Post(new RequestAbsence(absence, ana, AbsenceKind.Sick, monday.AtMidnight(), monday.PlusDays(1).AtMidnight(), "Flu"));
        await house.Admin.Post(new ApproveAbsence(absence));

        var text = await Read(await Link());
        var calendar = Calendar.Load(text)!;

        Assert.Equal(["Away", "On call", "Shift"], calendar.Events.Select(e => e.Summary!).Distinct().Order());
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e.Uid).Distinct().Count());
        var first = calendar.Events.Where(e => e.Summary == "Shift").Select(e => e.Start!.AsUtc).Min();
        Assert.Equal(new DateTime(2026, 11, 9, 5, 0, 0, DateTimeKind.Utc), first);
        Assert.DoesNotContain("Flu", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_old_one()
    {
        var old = await Link();
        await house.Technician(ana).Post(new RenewCalendar(ana));

        Assert.Equal(404, (int)(await Anonymous().GetAsync(old)).StatusCode);
        Assert.NotEqual(old, await Link());
        await Read(await Link());
    }

    [Fact]
    public async Task A_link_cannot_be_guessed()
    {
        var link = await Link();
        var forged = link[..^5] + (link[^5] == '0' ? '1' : '0') + ".ics";

        Assert.Equal(404, (int)(await Anonymous().GetAsync(forged)).StatusCode);
        Assert.Equal(404, (await house.Technician(house.New<ResourceId>()).NotGot($"technicians/{ana}/calendar")).Status);
    }

    private async Task<string> Link() => (await house.Technician(ana).Get<CalendarLink>($"technicians/{ana}/calendar")).Path;

    private HttpClient Anonymous() => new() { BaseAddress = house.Url };

    private async Task<string> Read(string link)
    {
        var answer = await Anonymous().GetAsync(link);
        Assert.Equal("text/calendar", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }
}
