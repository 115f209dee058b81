using System.Net;
using System.Text.Json;

namespace Callout.Kernel.Tests;

public sealed class ReceiptTests : IAsyncLifetime
{
    private readonly BellModule bells = new();
    private readonly Guid bell = Guid.NewGuid(), id = Guid.CreateVersion7();
    private TestHouse house = null!;
    private Caller ana = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(bells);
        ana = house.As(new Principal("person:ana", [Role.Technician], new Sight()));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_same_id_gets_the_same_answer_and_nothing_happens_twice()
    {
        var first = await ana.Post(new Ring(bell, 3), id);
        var second = await ana.Post(new Ring(bell, 3), id);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(["bell.rung", "bell.echoed"], await house.Ledger());
    }

    [Fact]
    public async Task The_answer_outlives_a_restart()
    {
        var first = await ana.Post(new Ring(bell, 3), id);
        await house.Restart();
        ana = house.As(ana.Principal);

        Assert.Equal(first.ToJsonString(), (await ana.Post(new Ring(bell, 3), id)).ToJsonString());
        Assert.Equal(["bell.rung", "bell.echoed"], await house.Ledger());
    }

    [Fact]
    public async Task A_refusal_is_answered_again_even_when_it_would_now_be_granted()
    {
        var refused = await ana.Refused(new RingInOffice(bell));
        Assert.Equal((403, "access.forbidden"), (refused.Status, refused.Code));

        var silent = await ana.Refused(new Ring(bell, 0), id);
        var again = await ana.Refused(new Ring(bell, 0), id);

        Assert.Equal((422, "bell.silent"), (silent.Status, silent.Code));
        Assert.Equal((silent.Status, silent.Code, silent.Detail), (again.Status, again.Code, again.Detail));
        await using var db = await house.Db();
        Assert.Single(db.Set<Receipt>().Where(r => r.CommandId == id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_id_that_was_used_for_something_else_reveals_nothing(bool otherPerson)
    {
        await ana.Post(new Ring(bell, 3), id);
        var someone = otherPerson ? house.As(new Principal("person:ben", [Role.Technician], new Sight())) : ana;

        var problem = await someone.Refused(new Ring(bell, otherPerson ? 3 : 4), id);

        Assert.Equal((422, "command.id-reused"), (problem.Status, problem.Code));
        Assert.DoesNotContain(bell.ToString(), problem.Detail);
        Assert.Equal("bell.rung", (await house.Ledger())[0]);
    }

    [Fact]
    public async Task Duplicates_sent_at_once_wait_for_the_first()
    {
        bells.Before = () => Task.Delay(50);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ana.Send(new Ring(bell, 3), id)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(["bell.rung", "bell.echoed"], await house.Ledger());
    }

    [Fact]
    public async Task A_receipt_holds_through_every_door()
    {
        var first = await ana.Post(new Ring(bell, 3), id);
        var line = new SyncLine(id, 1, "bells/ring", JsonSerializer.SerializeToElement(new Ring(bell, 3), Wire.Json), house.Now);

        var synced = await ana.Sync(new SyncRequest((await ana.Feed()).Epoch, house.New<DeviceId>(), [line]));

        Assert.Equal("applied", synced.Outcomes[0].Outcome);
        Assert.Equal(first.ToJsonString(), synced.Outcomes[0].Answer!.ToJsonString());
        Assert.Equal(["bell.rung", "bell.echoed"], await house.Ledger());
    }

    [Fact]
    public async Task A_command_wants_an_id_of_its_own()
    {
        using var answer = await ana.Http.PostAsync("/api/bells/ring", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("request.key-missing", await answer.Content.ReadAsStringAsync());
    }
}
