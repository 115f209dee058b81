namespace Callout.Kernel;

/// <summary>Opens readings for queries, and for doors that must look something up.</summary>
public sealed class Sessions(Dbs dbs, IServiceProvider services, IClock clock)
{
    public async Task<T> Read<T>(Principal principal, Func<Reading, Task<T>> ask)
    {
        await using var db = dbs.Open(principal.Sight);
        return await ask(new Reading(db, services, principal, clock.GetCurrentInstant()));
    }
}
