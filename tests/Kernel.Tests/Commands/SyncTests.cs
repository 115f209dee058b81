using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Callout.Kernel.Tests;

public sealed class SyncTests : IAsyncLifetime
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
        ana = house.As(new Principal("person:ana", [Role.Technician], new Sight()));
        phone = house.New<DeviceId>();
        epoch = (await ana.Feed()).Epoch;
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Each_line_has_its_outcome_and_a_refusal_does_not_stop_the_next()
    {
        var answer = await Send(Line(1, new Ring(bell, 1)), Line(2, new Ring(bell, 0)), Line(3, new RingInOffice(bell), "bells/ring-in-office"), Line(4, new Ring(bell, 2)));

        Assert.Equal(["applied", "refused", "refused", "applied"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal([null, "bell.silent", "access.forbidden", null], answer.Outcomes.Select(o => o.Code));
        Assert.Equal((5, epoch), (answer.Next, answer.Epoch));
    }

    [Fact]
    public async Task Nothing_overtakes_what_is_missing()
    {
        var answer = await Send(Line(1, new Ring(bell, 1)), Line(3, new Ring(bell, 3)), Line(4, new Ring(bell, 4)));

        Assert.Equal(["applied", "gap"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal(2, answer.Next);
    }

    [Fact]
    public async Task A_batch_sent_again_gives_the_first_answers()
    {
        SyncLine[] lines = [Line(1, new Ring(bell, 1)), Line(2, new Ring(bell, 0))];
        var first = await Send(lines);
        var second = await Send(lines);

        Assert.Equal(first.Outcomes.Select(o => (o.Outcome, o.Code, o.Answer?.ToJsonString())), second.Outcomes.Select(o => (o.Outcome, o.Code, o.Answer?.ToJsonString())));
        Assert.Equal(["bell.echoed", "bell.rung", "command.held"], (await house.Ledger()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_used_number_is_not_used_again()
    {
        await Send(Line(1, new Ring(bell, 1)));
        var answer = await Send(Line(1, new Ring(bell, 7)));

        Assert.Equal(("gap", "command.n-reused"), (answer.Outcomes[0].Outcome, answer.Outcomes[0].Code));
        Assert.Equal(2, answer.Next);
        Assert.Single((await house.Ledger()).Where(e => e == "bell.rung"));
    }

    [Fact]
    public async Task A_device_that_begins_anew_with_what_was_sent_before_is_not_stuck()
    {
        var line = Line(1, new Ring(bell, 1));
        await Send(line);
        phone = house.New<DeviceId>();

        var answer = await Send(line, Line(2, new Ring(bell, 2)));

        Assert.Equal(["applied", "applied"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal(3, answer.Next);
        Assert.Equal(2, (await house.Ledger()).Count(e => e == "bell.rung"));
    }

    [Fact]
    public async Task What_another_used_before_is_refused_and_the_line_goes_on()
    {
        var line = Line(1, new Ring(bell, 1));
        await Send(line);
        var ben = house.As(new Principal("person:ben", [Role.Technician], new Sight()));

        var answer = await ben.Sync(new SyncRequest(epoch, house.New<DeviceId>(), [line, Line(2, new Ring(bell, 2))]));

        Assert.Equal([("refused", "command.id-reused"), ("applied", null)], answer.Outcomes.Select(o => (o.Outcome, o.Code)));
        Assert.Equal(3, answer.Next);
    }

    [Fact]
    public async Task A_device_belongs_to_one_person()
    {
        await Send(Line(1, new Ring(bell, 1)));
        var ben = house.As(new Principal("person:ben", [Role.Technician], new Sight()));

        var answer = await ben.Sync(new SyncRequest(epoch, phone, [Line(2, new Ring(bell, 2))]));

        Assert.Equal(("refused", "access.forbidden"), (answer.Outcomes[0].Outcome, answer.Outcomes[0].Code));
        Assert.Equal(1, answer.Next);
    }

    [Fact]
    public async Task What_makes_the_server_fail_is_parked_after_five_tries_and_the_line_goes_on()
    {
        var (poison, next) = (Line(1, new Ring(bell, 1)), Line(2, new Ring(Guid.NewGuid(), 1)));
        bells.Poison[bell] = true;
        for (var attempt = 1; attempt < 5; attempt++) Assert.Equal(["failed"], (await Send(poison, next)).Outcomes.Select(o => o.Outcome));

        var answer = await Send(poison, next);

        Assert.Equal(["parked", "applied"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal(3, answer.Next);
    }

    [Fact]
    public async Task Unknown_and_unreadable_commands_are_refused_for_good()
    {
        var unreadable = new SyncLine(Guid.CreateVersion7(), 2, "bells/ring", JsonSerializer.SerializeToElement(new { bell = "no id" }), house.Now);
        var answer = await Send(Line(1, new Ring(bell, 1), "bells/melt"), unreadable, Line(3, new Ring(bell, 1)));

        Assert.Equal(["command.unknown", "request.unreadable", null], answer.Outcomes.Select(o => o.Code));
        Assert.Equal(4, answer.Next);
    }

    [Fact]
    public async Task Another_epoch_is_told_and_nothing_is_applied()
    {
        using var answer = await ana.Http.PostAsJsonAsync("/api/sync", new SyncRequest("0123456789abcdef", phone, [Line(1, new Ring(bell, 1))]), Wire.Json);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("sync.epoch-changed", (await answer.Content.ReadFromJsonAsync<ProblemDocument>(Wire.Json))!.Code);
        Assert.Equal(epoch, answer.Headers.GetValues("Callout-Epoch").Single());
        Assert.Empty(await house.Ledger());
    }

    [Fact]
    public async Task The_devices_clock_is_corrected()
    {
        var wrong = house.Now + Duration.FromDays(3650);
        var line = Line(1, new Ring(bell, 1)) with { DeviceTime = wrong - Duration.FromMinutes(20), BootId = "b" };

        await ana.Sync(new SyncRequest(epoch, phone, [line], wrong, "b"));

        var entry = (await house.Entries())[0];
        Assert.Equal((house.Now - Duration.FromMinutes(20), TimeQuality.Exact), (entry.OccurredAt, entry.OccurredQuality));
    }

    private Task<SyncAnswer> Send(params SyncLine[] lines) => ana.Sync(new SyncRequest(epoch, phone, lines));

    private SyncLine Line(long n, object command, string type = "bells/ring") =>
        new(Guid.CreateVersion7(), n, type, JsonSerializer.SerializeToElement(command, Wire.Json), house.Now);
}
