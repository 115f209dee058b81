namespace Callout.Identity;

public sealed record PersonLine(PersonId Id, string Name, string Email, Rights Rights, PersonState State, bool HasSecondStep, Instant? SeenAt);

/// <summary>Those in sight, the newest first.</summary>
/// <param name="Search">Part of a name or of an e-mail address.</param>
public sealed record FindPeople(BranchId? Branch, PersonState? State, string? Search, Guid? After, int? Limit)
{
    internal static Task<Page<PersonLine>> Handle(FindPeople query, Reading reading, CancellationToken ct)
    {
        var people = reading.Of<Person>().Where(p => p.EmailKey != null);
        if (query.Branch is { } branch) people = people.Where(p => reading.Of<PersonBranch>().Any(b => b.Person == p.Id && b.Branch == branch));
        if (query.State is { } state) people = people.Where(p => p.State == state);
        if (query.Search?.Trim().ToUpperInvariant() is { Length: > 0 } words) people = people.Where(p => p.SearchKey.Contains(words));
        return people.Page<Person, PersonId, PersonLine>(query.After, query.Limit, p => new PersonLine(
            p.Id, p.Name, p.Email, p.Rights, p.State,
            reading.Of<Credential>().Any(c => c.Person == p.Id && c.SecondStep != null),
            reading.Of<Ticket>().Where(t => t.Person == p.Id).Max(t => (Instant?)t.SeenAt)), ct);
    }
}
