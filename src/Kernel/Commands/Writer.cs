using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>The one way into the database. Each piece of work is wholly committed when its task completes, or has left no trace.</summary>
public abstract class Writer(IServiceProvider services)
{
    private readonly House house = services.GetRequiredService<House>();
    private readonly IClock clock = services.GetRequiredService<IClock>();

    protected IServiceProvider Services => services;

    /// <summary>Work may be run more than once before it is committed, and must do nothing outside its session.</summary>
    public abstract Task<T> Write<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>Each is a piece of work of its own; none before those ahead of it. Ends at the first that fails: how many were written, and why no more.</summary>
    internal virtual async Task<(int Written, Exception? Error)> WriteInOrder(IReadOnlyList<(Envelope Envelope, Func<Session, CancellationToken, Task<bool>> Work)> all, CancellationToken ct)
    {
        for (var done = 0; done < all.Count; done++)
        {
            try
            {
                await Write(all[done].Envelope, all[done].Work, ct);
            }
            catch (Exception error)
            {
                return (done, error);
            }
        }

        return (all.Count, null);
    }

    /// <summary>
    /// While it hurries, what is acknowledged may be lost with the power, the last of it first and never in part: only for filling an
    /// installation that nobody relies on yet. The first commit after it puts everything on the disk.
    /// </summary>
    public abstract Task Hurry(bool hurry, CancellationToken ct);

    /// <summary>One try within an open transaction; the events still want their place in the ledger.</summary>
    protected async Task<(T Result, IReadOnlyList<LedgerEntry> Entries)> Try<T>(Db db, Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        try
        {
            var session = new Session(db, house, services, envelope, clock.GetCurrentInstant());
            var result = await work(session, ct);
            var entries = await session.Save(ct);
            return session.OnlyTries ? throw new OnlyTried() : (result, entries);
        }
        catch (Exception error) when (Constraint(error) is { } name && house.Constraints.TryGetValue(name, out var refusal))
        {
            throw new Refusal(refusal.Code, refusal.Message, error);
        }
        catch (Exception error) when (Constraint(error) is { } name && IdTaken.Is(name, db))
        {
            throw IdTaken.By(error);
        }
    }

    /// <summary>The name of the rule of the database that was broken, if that is what happened.</summary>
    protected abstract string? Constraint(Exception error);
}

/// <summary>All went well, and is undone.</summary>
internal sealed class OnlyTried : Exception;
