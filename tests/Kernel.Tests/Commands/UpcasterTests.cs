using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Callout.Kernel.Tests;

/// <summary>A phone comes back to a server that has been brought up to date since it recorded what it holds.</summary>
public sealed class UpcasterTests : IAsyncLifetime
{
    private readonly BellModule bells = new();
    private readonly Guid bell = Guid.NewGuid();
    private TestHouse house = null!;
    private Caller ana = null!;
    private DeviceId phone;
    private string epoch = "";

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(bells);
        await Open();
        phone = house.New<DeviceId>();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_before_the_upgrade_is_carried_out_as_it_was_meant()
    {
        SyncLine[] recorded = [Line(1, "bells/strike", new StruckByCount(bell, 3)), Line(2, "bells/hit", new Hit(bell)), Line(3, "bells/ring", new Ring(bell, 2))];
        await Upgrade();

        var answer = await Send([.. recorded, Line(4, "bells/strike", new Strike(bell, 4)) with { Schema = 2 }]);

        Assert.All(answer.Outcomes, o => Assert.Equal(("applied", null), (o.Outcome, o.Code)));
        Assert.Equal([3, 1, 2, 4], answer.Outcomes.Select(o => (int)o.Answer!["times"]!));
    }

    [Fact]
    public async Task What_was_answered_before_the_upgrade_gets_the_same_answer_after_it()
    {
        SyncLine[] recorded = [Line(1, "bells/strike", new StruckByCount(bell, 3)), Line(2, "bells/hit", new Hit(bell)), Line(3, "bells/strike", new StruckByCount(bell, 0))];
        var before = await Send(recorded);
        await Upgrade();

        var after = await Send(recorded);

        Assert.Equal(["applied", "applied", "refused"], before.Outcomes.Select(o => o.Outcome));
        Assert.Equal(before.Outcomes.Select(o => (o.Outcome, o.Code, o.Answer?.ToJsonString())), after.Outcomes.Select(o => (o.Outcome, o.Code, o.Answer?.ToJsonString())));
        Assert.Equal(2, (await house.Ledger()).Count(e => e == "bell.rung"));
    }

    [Fact]
    public async Task A_field_that_a_newer_server_adds_does_not_make_another_command_of_it()
    {
        // Softly has a value where nothing was said.
        bells.Upgraded = true;
        await Restart();
        var plain = JsonSerializer.SerializeToElement(new { bell, times = 3 });
        var first = await Send(new SyncLine(Guid.CreateVersion7(), 1, "bells/strike", plain, house.Now, Schema: 2));
        using var again = new HttpRequestMessage(HttpMethod.Post, "/api/bells/strike") { Content = new StringContent($$"""{ "times": 3, "bell": "{{bell}}", "at": null }""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")) };
        again.Headers.Add("Idempotency-Key", first.Outcomes[0].Id.ToString());

        using var answer = await ana.Http.SendAsync(again);

        Assert.Equal(first.Outcomes[0].Answer!.ToJsonString(), await answer.Content.ReadAsStringAsync());
        Assert.Single((await house.Ledger()).Where(e => e == "bell.rung"));
    }

    [Fact]
    public async Task What_nobody_understands_any_more_is_kept_whole_for_a_person_and_the_line_goes_on()
    {
        await Upgrade();
        var forgotten = Line(1, "bells/chime", new { melody = "Westminster" });

        var answer = await Send(forgotten, Line(2, "bells/ring", new Ring(bell, 1)));

        Assert.Equal([("parked", "command.parked"), ("applied", null)], answer.Outcomes.Select(o => (o.Outcome, o.Code)));
        await using var db = await house.Db();
        var held = await db.Set<HeldCommand>().SingleAsync();
        var line = (SyncLine)Wire.Read(held.Line, typeof(SyncLine));
        Assert.Equal((HeldWhy.Parked, 1, "bells/chime", forgotten.Body.GetRawText()), (held.Why, line.Schema, held.Type, line.Body.GetRawText()));
        Assert.Equal("parked", (await Send(forgotten)).Outcomes[0].Outcome);
    }

    [Fact]
    public async Task What_a_newer_client_recorded_waits_for_a_server_that_knows_it()
    {
        var newer = Line(1, "bells/strike", new Strike(bell, 4)) with { Schema = 2 };
        var early = await Send(newer, Line(2, "bells/ring", new Ring(bell, 1)));
        await Upgrade();

        var late = await Send(newer, Line(2, "bells/ring", new Ring(bell, 1)));

        Assert.Equal([("failed", "command.newer")], early.Outcomes.Select(o => (o.Outcome, o.Code)));
        Assert.Equal(["applied", "applied"], late.Outcomes.Select(o => o.Outcome));
    }

    [Fact]
    public async Task What_was_planned_before_the_upgrade_happens_after_it()
    {
        await ana.Post(new StruckByCount(bell, 5, house.Now + Duration.FromHours(1)));
        await Upgrade();

        house.Time.Advance(TimeSpan.FromHours(2));

        Assert.Equal(2, (await house.Ledger()).Count(e => e == "bell.rung"));
    }

    private Task Upgrade()
    {
        bells.Upgraded = true;
        return Restart();
    }

    private async Task Restart()
    {
        await house.Restart();
        await Open();
    }

    private async Task Open()
    {
        ana = house.As(new Principal("person:ana", [Role.Technician], new Sight()));
        epoch = (await ana.Feed()).Epoch;
    }

    private Task<SyncAnswer> Send(params SyncLine[] lines) => ana.Sync(new SyncRequest(epoch, phone, lines));

    private SyncLine Line(long n, string type, object command) => new(Guid.CreateVersion7(), n, type, JsonSerializer.SerializeToElement(command, Wire.Json), house.Now);
}
