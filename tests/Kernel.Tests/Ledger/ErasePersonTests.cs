using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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
        Assert.True(await Found(Planted));
        byte[] wrapped;
        await using (var db = await house.Db()) wrapped = await db.Set<PersonKey>().Select(k => k.Wrapped).SingleAsync();

        await house.Admin.Post(new ErasePerson(person));
        await house.Settled();

        Assert.False(await Found(Planted));
        Assert.False(await FoundBytes(wrapped));
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

    private Task<bool> Found(string text) => FoundBytes(Encoding.UTF8.GetBytes(text));

    private async Task<bool> FoundBytes(byte[] bytes) =>
        house.Postgres is null ? Files().Any(f => f.AsSpan().IndexOf(bytes) >= 0) : (await Dump()).Any(row => row.Contains(Convert.ToHexStringLower(bytes), StringComparison.Ordinal) || row.Contains(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));

    private IEnumerable<byte[]> Files()
    {
        foreach (var path in Directory.GetFiles(house.Folder, "callout.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            yield return bytes;
        }
    }

    private async Task<List<string>> Dump()
    {
        await using var connection = new NpgsqlConnection(house.Postgres);
        await connection.OpenAsync();
        List<string> rows = [], tables = [];
        await using (var command = new NpgsqlCommand("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT t::text FROM {table} t", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
