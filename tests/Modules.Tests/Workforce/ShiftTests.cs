using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

public sealed class ShiftTests : IAsyncLifetime
{
    // A Monday and the Sunday after it.
    private static readonly LocalDate Monday = new(2026, 11, 23), Sunday = new(2026, 11, 29);

    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        ana = await house.Technician(branch, "Ana");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_weekly_pattern_gives_a_shift_each_weekday()
    {
        await house.Weekdays(ana);
        Assert.Equal(["Mon 08:00-17:00", "Tue 08:00-17:00", "Wed 08:00-17:00", "Thu 08:00-17:00", "Fri 08:00-17:00"], await house.Shifts(ana, Monday, Sunday));
    }

    [Fact]
    public async Task A_rotating_pattern_turns_with_its_cycle()
    {
        // Two days early, two days late, two nights, two days off; the cycle began on the Sunday before.
        PatternHours Hours(int day, int from, int until) => new(day, new(from, 0), new(until, 0), []);
        await house.Works(ana, new("Eight days", 8, new(2026, 11, 22), [Hours(0, 6, 14), Hours(1, 6, 14), Hours(2, 14, 22), Hours(3, 14, 22), Hours(4, 22, 6), Hours(5, 22, 6)]));

        Assert.Equal(["Mon 06:00-14:00", "Tue 14:00-22:00", "Wed 14:00-22:00", "Thu 22:00-06:00", "Fri 22:00-06:00"], await house.Shifts(ana, Monday, Sunday));
    }

    [Fact]
    public async Task A_public_holiday_is_free_where_the_pattern_heeds_it()
    {
        await house.Weekdays(ana, "KE");
        var holiday = house.New<PublicHolidayId>();
        await house.Admin.Post(new DeclareHoliday(holiday, "KE", Monday.PlusDays(1), "A holiday"));
        await house.Admin.Post(new DeclareHoliday(house.New<PublicHolidayId>(), "UG", Monday.PlusDays(2), "Elsewhere"));

        Assert.Equal(["Mon 08:00-17:00", "Wed 08:00-17:00"], await house.Shifts(ana, Monday, Monday.PlusDays(2)));

        await house.Admin.Post(new WithdrawHoliday(holiday));
        Assert.Equal(3, (await house.Shifts(ana, Monday, Monday.PlusDays(2))).Count);
    }

    [Fact]
    public async Task A_pattern_holds_from_its_day_until_the_next()
    {
        await house.Weekdays(ana);
        await house.Works(ana, new("Late", 7, new(2026, 1, 5), [new(2, new(12, 0), new(20, 0), [])]), Monday.PlusDays(2));

        Assert.Equal(["Mon 08:00-17:00", "Tue 08:00-17:00", "Wed 12:00-20:00"], await house.Shifts(ana, Monday, Sunday));
    }

    [Fact]
    public async Task One_day_can_be_worked_otherwise()
    {
        await house.Weekdays(ana);
        var change = house.New<ShiftChangeId>();
        await house.Dispatcher(branch).Post(new ChangeShift(change, ana, Monday, []));
        await house.Dispatcher(branch).Post(new ChangeShift(house.New<ShiftChangeId>(), ana, Sunday, [new(0, new(9, 0), new(12, 0), [])]));

        Assert.Equal(["Tue 08:00-17:00", "Wed 08:00-17:00", "Thu 08:00-17:00", "Fri 08:00-17:00", "Sun 09:00-12:00"], await house.Shifts(ana, Monday, Sunday));

        await house.Dispatcher(branch).Post(new RestoreShift(change));
        Assert.Equal("Mon 08:00-17:00", (await house.Shifts(ana, Monday, Sunday))[0]);
    }

    [Fact]
    public async Task A_break_may_be_fixed_or_lie_in_a_window_also_past_midnight()
    {
        await house.Works(ana, new("Night", 7, new(2026, 1, 5), [new(0, new(22, 0), new(6, 0), [new(new(23, 30), new(0, 0), 30), new(new(2, 0), new(4, 0), 45)])]));

        var shift = (await house.Admin.Get<Shifts>($"shifts?branch={branch}&from=2026-11-23")).Items.Single();

        var start = Instant.FromUtc(2026, 11, 23, 19, 0);
        Assert.Equal(start, shift.Start);
        Assert.Equal([(1.5, 2.0, 30), (4.0, 6.0, 45)], shift.Breaks.Select(b => ((b.Earliest - start).TotalHours, (b.Latest - start).TotalHours, (int)b.Length.TotalMinutes)));
    }

    [Fact]
    public async Task Clocks_that_change_make_a_night_longer()
    {
        var berlin = await house.Technician(branch, "Jonas", zone: DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        await house.Works(berlin, new("Nights", 1, new(2026, 1, 1), [new(0, new(22, 0), new(6, 0), [])]));

        var shifts = (await house.Admin.Get<Shifts>($"shifts?technician={berlin}&from=2026-10-24&until=2026-10-25")).Items;

        Assert.Equal([9, 8], shifts.Select(s => (s.End - s.Start).TotalHours));
    }

    [Theory]
    [InlineData(12, 0, 12, 30, 45, "shift-pattern.break-too-long")]
    [InlineData(16, 30, 17, 30, 30, "shift-pattern.break-outside")]
    [InlineData(12, 0, 13, 0, 0, "shift-pattern.break-too-long")]
    public async Task A_break_that_cannot_be_taken_is_refused(int fromHour, int fromMinute, int toHour, int toMinute, int minutes, string code)
    {
        var plan = new PatternPlan("Odd", 7, Monday, [new(0, new(8, 0), new(17, 0), [new(new(fromHour, fromMinute), new(toHour, toMinute), minutes)])]);
        Assert.Equal(code, (await house.Admin.Refused(new AddShiftPattern(house.New<ShiftPatternId>(), plan))).Code);
    }

    [Fact]
    public async Task Stretches_that_overlap_are_refused_also_from_one_cycle_to_the_next()
    {
        PatternPlan Plan(params PatternHours[] hours) => new("Odd", 2, Monday, hours);
        async Task<string> Code(PatternPlan plan) => (await house.Admin.Refused(new AddShiftPattern(house.New<ShiftPatternId>(), plan))).Code;

        Assert.Equal("shift-pattern.overlap", await Code(Plan(new(0, new(8, 0), new(12, 0), []), new(0, new(11, 0), new(15, 0), []))));
        Assert.Equal("shift-pattern.overlap", await Code(Plan(new(0, new(4, 0), new(12, 0), []), new(1, new(22, 0), new(6, 0), []))));
        Assert.Equal("shift-pattern.day", await Code(Plan(new PatternHours(2, new(4, 0), new(12, 0), []))));
    }

    [Fact]
    public async Task Turns_on_call_follow_each_other_without_a_gap()
    {
        var ben = await house.Technician(branch, "Ben");
        await house.Dispatcher(branch).Post(new PlanOnCall(house.New<OnCallRotaId>(), branch, "Nights", [ana, ben], Monday, new(17, 0), 7, Given.Nairobi));

        var turns = (await house.Dispatcher(branch).Get<OnCallTurns>($"on-call?branch={branch}&from=2026-11-23T14:00:00Z&until=2026-12-20T00:00:00Z")).Items;

        Assert.Equal([ana, ben, ana, ben], turns.Select(t => t.Technician));
        Assert.All(turns.Zip(turns.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.Equal([ana], (await house.Dispatcher(branch).Get<OnCallTurns>($"on-call?branch={branch}&from=2026-11-30T13:59:59Z&until=2026-11-30T14:00:00Z")).Items.Select(t => t.Technician));
        Assert.Empty((await house.Dispatcher(branch).Get<OnCallTurns>($"on-call?branch={branch}")).Items);
    }

    [Fact]
    public async Task Only_the_branchs_own_are_on_call()
    {
        var elsewhere = await house.Technician(house.New<BranchId>(), "Ben");
        var problem = await house.Admin.Refused(new PlanOnCall(house.New<OnCallRotaId>(), branch, "Nights", [ana, elsewhere], Monday, new(17, 0), 7, Given.Nairobi));
        Assert.Equal("on-call.elsewhere", problem.Code);
    }
}
