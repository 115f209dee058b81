namespace Callout.Identity;

/// <summary>This module's part in forgetting someone who worked here.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId id, Session session, CancellationToken ct)
    {
        if (await session.Locked<Person>().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return;
        await LastSuperAdmin.Stays(person, session, ct);
        await Reach.End(id, session, ct);
        await SecondStep.ForgetRecoveryCodes(id, session, ct);
        session.Drop(await session.Locked<OneTimeLink>().Where(l => l.Person == id).ToListAsync(ct));
        session.Drop(await session.Locked<Credential>().Where(c => c.Person == id).ToListAsync(ct));
        session.Drop(await session.Locked<PersonBranch>().Where(b => b.Person == id).ToListAsync(ct));
        foreach (var device in await session.LoadAll<Device>(d => d.Person == id, ct)) device.Forget();
        session.Append(person, person.Forget());
    }
}
