namespace Callout.Kernel.Tests;

public sealed class ReactionTests : IAsyncLifetime
{
    private readonly BellModule bells = new();
    private readonly Guid bell = Guid.NewGuid(), other = Guid.NewGuid();
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start(bells);

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task One_poisonous_subject_is_parked_in_order_while_the_others_go_on()
    {
        bells.Deaf[bell] = true;
        await house.Admin.Post(new Ring(bell, 1));
        await house.Admin.Post(new Ring(bell, 2));
        await house.Admin.Post(new Ring(other, 1));

        Assert.Equal(["bell.rung", "bell.rung", "bell.rung", "bell.echoed"], await house.Ledger());
        for (var attempt = 0; attempt < 8; attempt++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(10));
            await house.Settled();
        }

        var parked = Assert.Single((await house.Admin.Get<ParkedReactions>("reactions/parked")).Items);
        Assert.Equal((8, 1, $"bell/{bell}"), (parked.Attempts, parked.Behind, parked.Subject));

        bells.Deaf.Clear();
        await house.Admin.Post(new RetryReaction(parked.Reaction, parked.Pos));

        Assert.Equal([1, 2], await Echoes(bell));
        Assert.Empty((await house.Admin.Get<ParkedReactions>("reactions/parked")).Items);
    }

    [Fact]
    public async Task Many_that_have_piled_up_are_answered_in_their_order_around_those_that_fail()
    {
        bells.Deaf[other] = true;
        for (var n = 1; n <= 80; n++) await house.Admin.Post(new Ring(n % 20 == 0 ? other : bell, n));
        await house.Settled();

        Assert.Equal(Enumerable.Range(1, 80).Where(n => n % 20 != 0), await Echoes(bell));
        Assert.Empty(await Echoes(other));

        bells.Deaf.Clear();
        for (var n = 0; n < 4; n++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(10));
            await house.Settled();
        }

        Assert.Equal([20, 40, 60, 80], await Echoes(other));
    }

    [Fact]
    public async Task What_a_person_gives_up_lets_the_next_go_on()
    {
        bells.Deaf[bell] = true;
        await house.Admin.Post(new Ring(bell, 1));
        await house.Admin.Post(new Ring(bell, 2));
        for (var attempt = 0; attempt < 9; attempt++)
        {
            await house.Settled();
            house.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var parked = Assert.Single((await house.Admin.Get<ParkedReactions>("reactions/parked")).Items);
        bells.Deaf.Clear();
        await house.Admin.Post(new SkipReaction(parked.Reaction, parked.Pos));

        Assert.Equal([2], await Echoes(bell));
    }

    [Fact]
    public async Task A_reaction_runs_once_across_a_restart()
    {
        await house.Admin.Post(new Ring(bell, 1));
        await house.Settled();
        await house.Restart();

        Assert.Equal([1], await Echoes(bell));
    }

    [Fact]
    public async Task A_chain_of_reactions_ends_at_depth_eight()
    {
        bells.Endless = true;
        await house.Admin.Post(new Ring(bell, 1));
        await house.Settled();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], await Echoes(bell));
        Assert.Contains("too long", Assert.Single((await house.Admin.Get<ParkedReactions>("reactions/parked")).Items).Error);
    }

    [Fact]
    public async Task What_is_due_is_done_once_at_its_time()
    {
        await house.Admin.Post(new Ring(bell, 1, At: house.Now + Duration.FromHours(1)));
        await house.Admin.Post(new Ring(bell, 2, At: house.Now + Duration.FromHours(2)));
        house.Time.Advance(TimeSpan.FromMinutes(90));
        Assert.Equal([1, 2], await Echoes(bell));

        house.Time.Advance(TimeSpan.FromMinutes(90));
        await house.Restart();

        Assert.Equal([1, 2, 3], await Echoes(bell));
    }

    private async Task<IEnumerable<int>> Echoes(Guid bell) =>
        (await house.Entries()).Where(e => e.Name == "bell.echoed" && e.SubjectId == bell).Select(e => e.Read<BellEchoed>().Times);
}
