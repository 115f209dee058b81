using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class UnansweredTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData(null, 15)]
    [InlineData(40, 40)]
    public async Task The_office_is_told_once_when_a_job_was_not_accepted_in_the_time_its_work_type_gives(int? given, int minutes)
    {
        var visit = await SentOut(given is { } n ? Given.Plain with { AnswerMinutes = n } : null);
        await Pass(minutes - 1);
        Assert.Null(await UnansweredSince(visit));

        await Pass(1);
        Assert.Equal(house.Now.ToString(), await UnansweredSince(visit));
        await Pass(120);
        Assert.Single(await Told());
    }

    [Fact]
    public async Task Whoever_accepts_or_declines_in_time_is_not_asked_after()
    {
        var (one, other) = (await SentOut(), await SentOut(starts: 4));
        await Pass(10);
        await house.Technician(ana).Post(new AcceptVisit(one));
        await house.Technician(ana).Post(new DeclineVisit(other, "Van is broken"));
        await Pass(60);
        Assert.Empty(await Told());
    }

    [Fact]
    public async Task A_late_answer_takes_the_mark_away()
    {
        var visit = await SentOut();
        await Pass(20);
        Assert.NotNull(await UnansweredSince(visit));

        await house.Technician(ana).Post(new AcceptVisit(visit));
        await house.Settled();
        Assert.Null(await UnansweredSince(visit));
    }

    [Fact]
    public async Task Planned_anew_the_time_runs_from_when_it_is_sent_out_again()
    {
        var visit = await SentOut();
        await Pass(10);
        var start = house.Now + Duration.FromHours(3);
        await office.Post(new RescheduleVisit(visit, ana, start, start + Duration.FromHours(1), DateTimeZoneProviders.Tzdb["Africa/Nairobi"]));
        await Pass(10);
        Assert.Empty(await Told());

        await office.Post(new DispatchVisit(visit));
        await Pass(14);
        Assert.Empty(await Told());
        await Pass(1);
        Assert.Single(await Told());
    }

    [Fact]
    public async Task A_work_type_that_gives_no_time_to_answer_is_refused()
    {
        var define = new DefineWorkType(house.New<WorkTypeId>(), "hurried", "Hurried", WorkKind.Repair, Given.Plain with { AnswerMinutes = 0 });
        Assert.Equal("work-type.answer-minutes", (await house.Admin.Refused(define)).Code);
    }

    private async Task<VisitId> SentOut(Template? template = null, int starts = 1)
    {
        var visit = await house.Visit(await house.Order(branch, template: template), branch, ana, house.Now + Duration.FromHours(starts));
        await office.Post(new DispatchVisit(visit));
        return visit;
    }

    private async Task Pass(int minutes)
    {
        house.Time.Advance(TimeSpan.FromMinutes(minutes));
        await house.Settled();
    }

    private async Task<string[]> Told() => [.. (await house.Ledger()).Where(e => e == "visit.unanswered")];

    private async Task<string?> UnansweredSince(VisitId visit) =>
        (await house.Technician(ana).Feed()).Documents.Single(d => d.Document == "visit" && d.Id == visit.Value).Body["unansweredSince"]?.GetValue<string>();
}
