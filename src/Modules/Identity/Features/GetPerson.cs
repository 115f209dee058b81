namespace Callout.Identity;

public sealed record PersonPage(PersonId Id, string Name, string Email, Rights Rights, PersonState State, bool HasSecondStep, Instant InvitedAt, Instant? SeenAt, long Version);

public sealed record GetPerson(PersonId Id)
{
    internal static async Task<PersonPage> Handle(GetPerson query, Reading reading, CancellationToken ct)
    {
        var person = await reading.Get<Person, PersonId>(query.Id, ct);
        var hasSecondStep = await reading.Of<Credential>().AnyAsync(c => c.Person == query.Id && c.SecondStep != null, ct);
        var seen = await reading.Of<Ticket>().Where(t => t.Person == query.Id).MaxAsync(t => (Instant?)t.SeenAt, ct);
        return new(person.Id, person.Name, person.Email, person.Rights, person.State, hasSecondStep, person.CreatedAt, seen, person.Version);
    }
}
