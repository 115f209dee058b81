using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

public sealed class AbsenceTests : IAsyncLifetime
{
    private static readonly LocalDate Monday = new(2026, 11, 23);

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
    public async Task An_absence_counts_once_it_is_approved()
    {
        var absence = await Requested(Monday.AtMidnight(), Monday.PlusDays(2).AtMidnight());
        Assert.Equal(3, (await house.Shifts(ana, Monday, Monday.PlusDays(2))).Count);

        await Manager.Post(new ApproveAbsence(absence));

        Assert.Equal(["Wed 08:00-17:00"], await house.Shifts(ana, Monday, Monday.PlusDays(2)));
        Assert.Equal(AbsenceState.Approved, (await house.Technician(ana).Get<Page<AbsenceLine>>("absences")).Items.Single().State);
    }

    [Fact]
    public async Task Part_of_a_day_is_cut_out_of_the_shift_with_the_break_that_no_longer_fits()
    {
        await Manager.Post(new ApproveAbsence(await Requested(Monday + new LocalTime(10, 0), Monday + new LocalTime(13, 30))));

        var shifts = (await house.Admin.Get<Shifts>($"shifts?technician={ana}&from=2026-11-23")).Items;

        Assert.Equal(["Mon 08:00-10:00", "Mon 13:30-17:00"], await house.Shifts(ana, Monday, Monday));
        Assert.All(shifts, s => Assert.Empty(s.Breaks));
    }

    [Fact]
    public async Task A_refused_absence_says_why_and_leaves_the_shifts()
    {
        var absence = await Requested(Monday.AtMidnight(), Monday.PlusDays(2).AtMidnight());
        await Manager.Post(new RefuseAbsence(absence, "Too many are away."));

        Assert.Equal("Too many are away.", (await house.Technician(ana).Get<Page<AbsenceLine>>("absences?state=refused")).Items.Single().Answer);
        Assert.Equal(2, (await house.Shifts(ana, Monday, Monday.PlusDays(1))).Count);
        Assert.Equal("absence.settled", (await Manager.Refused(new ApproveAbsence(absence))).Code);
    }

    [Fact]
    public async Task A_technician_asks_for_themselves_and_approves_nothing()
    {
        var ben = await house.Technician(branch, "Ben");
        var forBen = new RequestAbsence(house.New<AbsenceId>(), ben, AbsenceKind.Leave, Monday.AtMidnight(), Monday.PlusDays(1).AtMidnight());

        Assert.Equal(404, (await house.Technician(ana).Refused(forBen)).Status);
        Assert.Equal(403, (await house.Technician(ana).Refused(new ApproveAbsence(await Requested(Monday.AtMidnight(), Monday.PlusDays(1).AtMidnight())))).Status);
    }

    [Fact]
    public async Task Two_absences_do_not_overlap_until_one_is_withdrawn()
    {
        var first = await Requested(Monday.AtMidnight(), Monday.PlusDays(3).AtMidnight());
        var second = new RequestAbsence(house.New<AbsenceId>(), ana, AbsenceKind.Training, Monday.PlusDays(2).AtMidnight(), Monday.PlusDays(4).AtMidnight());

        Assert.Equal("absence.overlaps", (await house.Technician(ana).Refused(second)).Code);

        await house.Technician(ana).Post(new WithdrawAbsence(first));
        await house.Technician(ana).Post(second with { Absence = house.New<AbsenceId>() });
    }

    [Fact]
    public async Task Why_someone_is_away_stays_out_of_the_ledger()
    {
        var absence = new RequestAbsence(house.New<AbsenceId>(), ana, AbsenceKind.Sick, Monday.AtMidnight(), Monday.PlusDays(1).AtMidnight(), "Planted illness");
        await house.Technician(ana).Post(absence);

        Assert.All(await house.Entries(), e => Assert.False(e.Body.Contains("sick", StringComparison.OrdinalIgnoreCase) || e.Body.Contains("Planted", StringComparison.Ordinal)));
    }

    private Caller Manager => house.As(new Principal("person:manager", [Role.BranchManager], new Sight(Branches: [branch])));

    private async Task<AbsenceId> Requested(LocalDateTime from, LocalDateTime until)
    {
        var absence = house.New<AbsenceId>();
        await house.Technician(ana).Post(new RequestAbsence(absence, ana, AbsenceKind.Leave, from, until));
        return absence;
    }
}
