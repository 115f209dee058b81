using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

/// <summary>A workforce as a test finds it.</summary>
internal static class Given
{
    public static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public static readonly TechnicianProfile Profile = new(Nairobi, "+254 700 000 001", new Place(-1.3192, 36.7073, "Karen"));

    public static async Task<ResourceId> Technician(this TestHouse house, BranchId branch, string name = "Wanjiku Kamau", PersonId? person = null, DateTimeZone? zone = null)
    {
        var technician = house.New<ResourceId>();
        await house.Admin.Post(new AddTechnician(technician, branch, name, Profile with { Zone = zone ?? Nairobi }, Employment.Employee, person));
        return technician;
    }

    public static async Task<SkillId> Skill(this TestHouse house, string name)
    {
        var skill = house.New<SkillId>();
        await house.Admin.Post(new AddSkill(skill, name));
        return skill;
    }

    /// <summary>Monday to Friday 08:00 to 17:00 with an hour's break around noon, from 2026 on.</summary>
    public static async Task Weekdays(this TestHouse house, ResourceId technician, string? holidays = null)
    {
        var hours = Enumerable.Range(0, 5).Select(day => new PatternHours(day, new(8, 0), new(17, 0), [new(new(12, 0), new(14, 0), 60)]));
        await house.Works(technician, new PatternPlan("Weekdays", 7, new(2026, 1, 5), [.. hours], holidays));
    }

    public static async Task Works(this TestHouse house, ResourceId technician, PatternPlan plan, LocalDate? from = null)
    {
        var pattern = house.New<ShiftPatternId>();
        await house.Admin.Post(new AddShiftPattern(pattern, plan));
        await house.Admin.Post(new AssignShiftPattern(technician, pattern, from ?? new(2026, 1, 5)));
    }

    public static async Task<IReadOnlyList<string>> Shifts(this TestHouse house, ResourceId technician, LocalDate from, LocalDate until) =>
        [.. (await house.Admin.Get<Shifts>($"shifts?technician={technician}&from={from:uuuu-MM-dd}&until={until:uuuu-MM-dd}")).Items
            .Select(s => $"{s.Start.InZone(Nairobi):ddd HH:mm}-{s.End.InZone(Nairobi):HH:mm}")];
}
