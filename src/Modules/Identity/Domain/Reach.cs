namespace Callout.Identity;

/// <summary>Keeps the rows that say from which branches a person is seen.</summary>
internal static class Reach
{
    public static async Task Set(PersonId person, Rights rights, Session session, CancellationToken ct)
    {
        var rows = await session.Locked<PersonBranch>().Where(b => b.Person == person).ToListAsync(ct);
        session.Drop(rows.Where(r => !rights.Branches.Contains(r.Branch)));
        foreach (var branch in rights.Branches.Distinct().Except(rows.Select(r => r.Branch))) session.Keep(new PersonBranch { Person = person, Branch = branch });
    }

    /// <summary>The person, if the one who asks may touch somebody with their rights.</summary>
    public static async Task<Person> Touch(PersonId id, Session session, CancellationToken ct, long? seen = null)
    {
        var person = await session.Load<Person, PersonId>(id, ct, seen);
        Granting.Check(session.Principal, person.Rights);
        return person;
    }

    /// <summary>The device, if it is one's own, or one may touch its person.</summary>
    public static async Task<Device> TouchDevice(DeviceId id, Session session, CancellationToken ct)
    {
        var device = await session.Load<Device, DeviceId>(id, ct);
        if (device.Person != session.Principal.Person) await Touch(device.Person, session, ct);
        return device;
    }

    /// <summary>Ends every sign-in of theirs.</summary>
    public static async Task End(PersonId person, Session session, CancellationToken ct) =>
        session.Drop(await session.Locked<Ticket>().Where(t => t.Person == person).ToListAsync(ct));
}
