using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel.Tests;

public sealed class ErasePersonTests : IAsyncLifetime
{
    private const string Planted = "Wanjiku-Planted-4711", OtherPlanted = "Otieno-Planted-0815";

    private TestHouse house = null!;
    private PersonId person, other;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new BellModule());
        (person, other) = (house.New<PersonId>(), house.New<PersonId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_value_in_an_event_can_be_opened_until_its_person_is_erased_and_the_chain_holds_all_the_same()
    {
        await house.Admin.Post(new Ring(Guid.NewGuid(), 1, person, Planted));
        await house.Admin.Post(new Ring(Guid.NewGuid(), 2, other, OtherPlanted));
        var notes = (await house.Entries()).Where(e => e.Name == "bell.rung").Select(e => e.Read<BellRung>().Note!.Value).ToList();
        Assert.Equal([Planted, OtherPlanted], await Open(notes));

        await house.Admin.Post(new ErasePerson(person));

        Assert.Equal([null, OtherPlanted], await Open(notes));
        Assert.Equal("person.erased", (await house.Ledger())[^1]);
        Assert.Null((await house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Nothing_that_was_planted_is_found_anywhere_afterwards()
    {
        await house.Admin.Post(new Ring(Guid.NewGuid(), 1, person, Planted));
        await Plant($"{Planted} is not at home.");
        Assert.True(await house.Holds(Planted));
        byte[] wrapped;
        await using (var db = await house.Db()) wrapped = await db.Set<PersonKey>().Select(k => k.Wrapped).SingleAsync();

        await house.Admin.Post(new ErasePerson(person));
        await house.Settled();

        Assert.False(await house.Holds(Planted));
        Assert.False(await house.Holds(wrapped));
    }

    [Fact]
    public async Task Somebody_who_reads_an_older_state_meanwhile_keeps_nothing_of_it_alive()
    {
        await house.Admin.Post(new Ring(Guid.NewGuid(), 1, person, Planted));
        await Plant($"{Planted} is not at home.");
        await using var db = await house.Db();
        Task settled;
        await using (await house.Services.GetRequiredService<IStorage>().Snapshot(db, CancellationToken.None))
        {
            Assert.Single(await db.Set<PersonKey>().ToListAsync());
            await house.Admin.Post(new ErasePerson(person));
            settled = house.Settled();
            await Task.WhenAny(settled, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        await settled;

        Assert.False(await house.Holds(Planted));
    }

    /// <summary>A refusal's sentence that names the person, as a careless module might write it.</summary>
    private Task Plant(string sentence) => house.Services.GetRequiredService<Writer>().Write(Envelope.System(Guid.CreateVersion7()), (session, _) =>
    {
        var envelope = new Envelope(Guid.CreateVersion7(), Principal.System);
        session.Keep(Receipt.Refused(envelope, [1], new Problem(422, "visit.nobody-home", sentence), session.Now));
        return Task.FromResult(true);
    }, CancellationToken.None);

    private async Task<List<string?>> Open(IEnumerable<Sealed> notes)
    {
        List<string?> texts = [];
        foreach (var note in notes)
            texts.Add(await house.Services.GetRequiredService<Sessions>().Read(Principal.System, reading => reading.Open(note, CancellationToken.None)));
        return texts;
    }
}
