namespace Callout.Kernel;

[Event("person.erased")]
public sealed record PersonErased(PersonId Person) : IEvent;

/// <summary>Forgets a person: their key is destroyed, every module empties its rows, and the ledger still verifies.</summary>
[Refuses("person.unknown")]
public sealed record ErasePerson(PersonId Person)
{
    internal static readonly ErasePerson Example = new(PersonId.From(new("0199f3a0-0000-7000-8000-000000000001")));

    internal static async Task<PersonErased> Handle(ErasePerson command, Session session, CancellationToken ct)
    {
        await Receipts(command.Person, session, ct);
        session.Db.RemoveRange(await session.Db.Set<PersonalValue>().Where(v => v.Person == command.Person.Value).ToListAsync(ct));
        session.Db.RemoveRange(await session.Db.Set<PersonKey>().Where(k => k.Person == command.Person.Value).ToListAsync(ct));
        foreach (var eraser in session.Service<House>().Erasers) await eraser.Erase(command.Person, session, ct);
        await NotCarriedOut(command.Person, session, ct);
        return session.Append(new Subject("person", command.Person.Value), new PersonErased(command.Person));
    }

    // A letter that could not be carried out may tell anything of what was now emptied; it names that by its id.
    private static async Task NotCarriedOut(PersonId person, Session session, CancellationToken ct)
    {
        session.Db.ChangeTracker.DetectChanges();
        List<string> ids = [$"{person}", .. session.Db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Modified).Select(e => e.Entity.Key.ToString())];
        foreach (var letter in await session.Db.Set<DeadLetter>().Where(l => l.Raw != "").ToListAsync(ct))
            if (ids.Any(id => letter.Raw.Contains(id, StringComparison.OrdinalIgnoreCase))) letter.Forget();
        foreach (var held in await session.Db.Set<HeldCommand>().Where(h => h.Line != "").ToListAsync(ct))
            if (held.Person == person || ids.Any(id => held.Line.Contains(id, StringComparison.OrdinalIgnoreCase))) held.Forget();
        foreach (var conflict in await session.Db.Set<Conflict>().Where(c => c.Body != "").ToListAsync(ct))
            if (ids.Any(id => conflict.Body.Contains(id, StringComparison.OrdinalIgnoreCase) || id == $"{conflict.RowId}")) conflict.Forget();
    }

    // A refusal's sentence may have named the person; whatever holds one of their values is blanked.
    private static async Task Receipts(PersonId person, Session session, CancellationToken ct)
    {
        var ids = await session.Of<PersonalValue>().Where(v => v.Person == person.Value).Select(v => v.Id).ToListAsync(ct);
        foreach (var id in ids)
            if (await session.Open(id, ct) is { Length: > 2 } value)
                foreach (var receipt in await session.Db.Set<Receipt>().Where(r => r.Answer != null && r.Answer.Contains(value)).ToListAsync(ct)) receipt.Forget();
    }
}
