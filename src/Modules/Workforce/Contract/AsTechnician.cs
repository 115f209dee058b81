namespace Callout.Workforce;

/// <summary>Who a person is when they work in the field.</summary>
public static class AsTechnician
{
    public static Task<List<ResourceId>> Of(PersonId person, Reading reading, CancellationToken ct) =>
        reading.Of<Technician>().Where(t => t.Person == person).Select(t => t.Id).ToListAsync(ct);
}
