namespace Callout.Identity;

/// <summary>Someone must be able to get in and mend things.</summary>
internal static class LastSuperAdmin
{
    public static async Task Stays(Person person, Session session, CancellationToken ct)
    {
        if (!person.IsSuperAdmin || person.State != PersonState.Active) return;
        var active = await session.LoadAll<Person>(p => p.IsSuperAdmin && p.State == PersonState.Active, ct);
        Refusal.If(active.Count == 1, "person.last-super-admin", "This is the last super admin; make another one first.");
    }
}
