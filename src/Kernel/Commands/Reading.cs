using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>What a query works with: the rows in its principal's sight, and the time.</summary>
public class Reading
{
    private readonly IServiceProvider services;

    internal Reading(Db db, IServiceProvider services, Principal principal, Instant now)
    {
        Db = db.Through(principal.Sight, principal.Person);
        (this.services, Principal, Now) = (services, principal, now);
    }

    public Principal Principal { get; }

    /// <summary>The same throughout one transaction, in microseconds.</summary>
    public Instant Now { get; }

    internal Db Db { get; }

    /// <summary>The rows in sight, untracked: project them to the shape you return.</summary>
    public IQueryable<T> Of<T>() where T : class => Db.Set<T>().AsNoTracking();

    public async Task<T> Get<T, TId>(TId id, CancellationToken ct) where T : Entity<TId> where TId : struct, IId<TId>
    {
        var entity = await Of<T>().FirstOrDefaultAsync(e => e.Id.Equals(id), ct) ?? throw new Missing();
        Meet(entity);
        return entity;
    }

    private protected virtual void Meet(Entity entity)
    {
    }

    /// <summary>Whether something under this id is in sight, whichever module keeps it.</summary>
    public async Task<bool> Sees<TId>(TId id, CancellationToken ct) where TId : struct, IId<TId>
    {
        foreach (var type in Db.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(Entity<TId>).IsAssignableFrom))
            if (await (Task<bool>)Holding.MakeGenericMethod(type, typeof(TId)).Invoke(this, [id, ct])!) return true;
        return false;
    }

    private static readonly MethodInfo Holding = typeof(Reading).GetMethod(nameof(Holds), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private Task<bool> Holds<T, TId>(TId id, CancellationToken ct) where T : Entity<TId> where TId : struct, IId<TId> => Of<T>().AnyAsync(e => e.Id.Equals(id), ct);

    /// <summary>Null once the person has been erased.</summary>
    public async Task<string?> Open(Sealed text, CancellationToken ct)
    {
        var value = await Of<PersonalValue>().FirstOrDefaultAsync(v => v.Id == text, ct);
        if (value is null || await Of<PersonKey>().FirstOrDefaultAsync(k => k.Person == value.Person, ct) is not { } key) return null;
        return KeyRing.Open(Service<KeyRing>().Unwrap(key), value);
    }

    public T Service<T>() where T : notnull => services.GetRequiredService<T>();
}
