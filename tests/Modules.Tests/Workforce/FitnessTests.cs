using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

public sealed class FitnessTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;
    private SkillId cooling;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        ana = await house.Technician(branch, "Ana");
        cooling = await house.Skill("Refrigeration");
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Who_does_not_hold_a_skill_lacks_it()
    {
        Assert.Equal(["skill.missing"], await Lacks($"skills={cooling}:1"));

        await house.Admin.Post(new GiveSkill(ana, cooling, 4));

        Assert.Equal([], await Lacks($"skills={cooling}:4"));
        Assert.Equal(["skill.level-too-low"], await Lacks($"skills={cooling}:5"));
    }

    [Fact]
    public async Task A_skill_is_held_only_on_its_days()
    {
        await house.Admin.Post(new GiveSkill(ana, cooling, 4, From: new(2026, 12, 1), Until: new(2026, 12, 31)));

        Assert.Equal(["skill.missing"], await Lacks($"skills={cooling}:1", "2026-11-30"));
        Assert.Equal([], await Lacks($"skills={cooling}:1", "2026-12-01"));
        Assert.Equal([], await Lacks($"skills={cooling}:1", "2026-12-31"));
        Assert.Equal(["skill.missing"], await Lacks($"skills={cooling}:1", "2027-01-01"));
    }

    [Theory]
    [InlineData("2025-02-28", "certificate.not-yet")]
    [InlineData("2025-03-01", null)]
    [InlineData("2026-11-25", null)]
    [InlineData("2026-11-26", "certificate.expired")]
    public async Task A_certificate_holds_from_its_first_day_to_its_last(string on, string? lack)
    {
        await house.Admin.Post(new RecordCertificate(house.New<CertificateId>(), ana, "Gas installer", new(2025, 3, 1), new(2026, 11, 25)));
        Assert.Equal(lack is null ? [] : [lack], await Lacks("certificates=gas installer", on));
    }

    [Fact]
    public async Task A_withdrawn_certificate_holds_no_more()
    {
        var certificate = house.New<CertificateId>();
        await house.Admin.Post(new RecordCertificate(certificate, ana, "Gas installer", new(2025, 3, 1), new(2027, 11, 25)));
        await house.Admin.Post(new WithdrawCertificate(certificate));

        Assert.Equal(["certificate.missing"], await Lacks("certificates=Gas installer"));
        Assert.Equal("certificate.withdrawn", (await house.Admin.Refused(new WithdrawCertificate(certificate))).Code);
    }

    [Fact]
    public async Task What_must_be_renewed_is_found_by_its_last_day()
    {
        await house.Admin.Post(new RecordCertificate(house.New<CertificateId>(), ana, "Gas", new(2025, 3, 1), new(2026, 12, 20)));
        await house.Admin.Post(new RecordCertificate(house.New<CertificateId>(), ana, "Heights", new(2025, 3, 1), new(2028, 1, 1)));

        var found = await house.Dispatcher(branch).Get<Page<CertificateLine>>("certificates?expiringBy=2026-12-31");

        Assert.Equal(["Gas"], found.Items.Select(c => c.Type));
    }

    [Fact]
    public async Task A_retired_skill_is_given_to_nobody()
    {
        await house.Admin.Post(new RetireSkill(cooling));
        Assert.Equal("skill.retired", (await house.Admin.Refused(new GiveSkill(ana, cooling, 4))).Code);
    }

    [Fact]
    public async Task Two_skills_have_two_names()
    {
        var other = await house.Skill("Lifts");
        Assert.Equal("skill.name-taken", (await house.Admin.Refused(new RenameSkill(other, "Refrigeration"))).Code);
        Assert.Equal("skill.name-taken", (await house.Admin.Refused(new AddSkill(house.New<SkillId>(), "Refrigeration"))).Code);
    }

    private async Task<IEnumerable<string>> Lacks(string needs, string on = "2026-11-24") =>
        (await house.Dispatcher(branch).Get<FitnessAnswer>($"technicians/{ana}/fitness?on={on}&{needs}")).Lacks.Select(l => l.Code);
}
