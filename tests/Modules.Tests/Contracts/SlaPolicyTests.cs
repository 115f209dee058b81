using Callout.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Contracts;

public sealed class SlaPolicyTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private CalendarId office;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        office = house.New<CalendarId>();
        await house.Admin.Post(AddCalendar.Example with { Calendar = office });
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_holiday_and_a_weekend_put_it_off()
    {
        var policy = await Policy(new SlaPlan("Standard", [new(SlaKind.Arrival, 540, office, [])]));
        Assert.Equal(Instant.FromUtc(2026, 12, 14, 5, 0), await Due(policy));

        // Friday 10:00 in Nairobi; with the Monday free it is Tuesday.
        await house.Admin.Post(new DeclareHoliday(house.New<PublicHolidayId>(), "KE", new(2026, 12, 14), "A holiday"));
        Assert.Equal(Instant.FromUtc(2026, 12, 15, 7, 0), await Due(policy, "2026-12-11T07:00:00Z"));
    }

    [Fact]
    public async Task The_policy_meant_most_closely_is_chosen()
    {
        SlaTarget[] targets = [new(SlaKind.Response, 60, office, [])];
        var (any, high, emergency) = (
            await Policy(new("Any", targets)), await Policy(new("High", targets, null, ["high"])), await Policy(new("Emergencies", targets, null, ["high"], ["emergency"])));

        Assert.Equal(emergency, await For("high", "Emergency"));
        Assert.Equal(high, await For("high", "repair"));
        Assert.Equal(any, await For("low", "repair"));

        await house.Admin.Post(new RetireSlaPolicy(any));
        Assert.Null(await For("low", "repair"));
    }

    [Fact]
    public async Task A_policy_that_makes_no_sense_is_refused()
    {
        SlaTarget target = new(SlaKind.Response, 60, office, []);
        async Task<string> Code(SlaPlan plan) => (await house.Admin.Refused(new AddSlaPolicy(house.New<SlaPolicyId>(), plan))).Code;

        Assert.Equal("sla-policy.no-target", await Code(new("None", [])));
        Assert.Equal("sla-policy.target-twice", await Code(new("Twice", [target, target])));
        Assert.Equal("sla-policy.minutes", await Code(new("Never", [target with { Minutes = 0 }])));
        Assert.Equal("sla-policy.calendar", await Code(new("Elsewhere", [target with { Calendar = house.New<CalendarId>() }])));
        Assert.Equal("sla-policy.penalty-currency", await Code(new("Mixed", [target], new SlaPenalty(new Money(1, "KES"), new Money(1, "USD")))));
    }

    [Fact]
    public async Task A_calendar_that_is_never_open_or_open_twice_is_refused()
    {
        async Task<string> Code(params OpenHours[] week) =>
            (await house.Admin.Refused(new AddCalendar(house.New<CalendarId>(), AddCalendar.Example.Plan with { Week = week }))).Code;

        Assert.Equal("calendar.never-open", await Code());
        Assert.Equal("calendar.overlap", await Code(new(IsoDayOfWeek.Monday, new(8, 0), new(12, 0)), new(IsoDayOfWeek.Monday, new(11, 0), new(15, 0))));
        Assert.Equal("calendar.overlap", await Code(new(IsoDayOfWeek.Monday, new(0, 0), new(12, 0)), new(IsoDayOfWeek.Sunday, new(22, 0), new(6, 0))));
    }

    [Fact]
    public async Task A_price_holds_on_its_days()
    {
        var list = house.New<PriceListId>();
        await house.Admin.Post(AddPriceList.Example with { PriceList = list, Until = new LocalDate(2026, 12, 31) });

        Assert.Equal(new Money(375_000, "KES"), (await Price("LABOUR", new(2026, 12, 31)))!.Price.For(1_500));
        Assert.Null(await Price("labour", new(2027, 1, 1)));
        Assert.Null(await Price("gold", new(2026, 6, 1)));

        Task<PriceLine?> Price(string code, LocalDate on) => Asked(reading => Prices.Of(list, code, on, reading, CancellationToken.None));
    }

    [Fact]
    public async Task Prices_of_one_list_are_in_one_currency_and_named_once()
    {
        var list = AddPriceList.Example with { PriceList = house.New<PriceListId>() };
        var dollars = list.Lines[0] with { Code = "other", Price = new Rate(1, "USD") };

        Assert.Equal("price-list.mixed", (await house.Admin.Refused(list with { Lines = [dollars] })).Code);
        Assert.Equal("price-list.code-twice", (await house.Admin.Refused(list with { Lines = [list.Lines[0], list.Lines[0] with { Code = "LABOUR" }] })).Code);
        Assert.Equal("price-list.currency", (await house.Admin.Refused(list with { Currency = "shillings" })).Code);
    }

    private async Task<SlaPolicyId> Policy(SlaPlan plan)
    {
        var policy = house.New<SlaPolicyId>();
        await house.Admin.Post(new AddSlaPolicy(policy, plan));
        return policy;
    }

    // Thursday 10 December 2026, 17:00 in Nairobi: the office has just closed.
    private async Task<Instant> Due(SlaPolicyId policy, string from = "2026-12-10T14:00:00Z") =>
        (await house.Admin.Get<SlaForecast>($"sla-policies/{policy}/due?from={from}")).Items.Single().Due;

    private Task<SlaPolicyId?> For(string priority, string workType) => Asked(reading => Sla.For(new(priority, [workType], []), reading, CancellationToken.None));

    private Task<T> Asked<T>(Func<Reading, Task<T>> ask) => house.Services.GetRequiredService<Sessions>().Read(house.Admin.Principal, ask);
}
