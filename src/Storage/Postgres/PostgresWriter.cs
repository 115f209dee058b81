using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Callout.Postgres;

/// <summary>
/// Each piece of work in a transaction of its own, a few at a time. What loses a race is run again from its start, and what has lost too
/// often is run alone on the whole database: nobody is refused because others wanted the same rows.
/// </summary>
internal sealed class PostgresWriter(IServiceProvider services, IDbContextFactory<Db> dbs, Numbering numbering) : Writer(services)
{
    private const int AtOnce = 8, WaitingAtMost = 4096, TriesAmongOthers = 4, TriesAtMost = 8;

    // Held by every transaction beside the others', and by one that is alone, on whichever node it runs.
    private const long Room = 0x526F6F6D;

    private readonly SemaphoreSlim slots = new(AtOnce);
    private int waiting;
    private volatile bool hurrying;

    public override async Task<T> Write<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > WaitingAtMost)
        {
            Interlocked.Decrement(ref waiting);
            throw new Busy();
        }

        await slots.WaitAsync(ct);
        try
        {
            return await Retried(envelope, work, ct);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            slots.Release();
        }
    }

    public override Task Hurry(bool hurry, CancellationToken ct)
    {
        hurrying = numbering.Hurries = hurry;
        return Task.CompletedTask;
    }

    protected override string? Constraint(Exception error) => (error.GetBaseException() as PostgresException)?.ConstraintName;

    private async Task<T> Retried<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(envelope, work, attempt > TriesAmongOthers, ct);
            }
            catch (Exception error) when ((LostRace(error) && attempt < TriesAtMost) || (LostToARule(error) && attempt == 1))
            {
                await Task.Delay(Random.Shared.Next(1, 5 << attempt), ct);
            }
        }
    }

    private async Task<T> Once<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, bool alone, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var transaction = await Begin(db, ct);
        await Claim(db, envelope, alone, ct);
        var (result, entries) = await Try(db, envelope, work, ct);
        await Inbox.Append((NpgsqlConnection)db.Database.GetDbConnection(), entries, ct);
        await Commit(transaction, ct);
        if (entries.Count > 0) numbering.Wake();
        return result;
    }

    private static async Task<IDbContextTransaction> Begin(Db db, CancellationToken ct)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(ct);
        }
        catch (NpgsqlException error) when (error is not PostgresException)
        {
            throw new Unknown("The database cannot be reached. Send the same request again.", error);
        }
    }

    /// <summary>A second sending of the same command waits here for the first, and then finds its receipt.</summary>
    private Task Claim(Db db, Envelope envelope, bool alone, CancellationToken ct) =>
        db.Database.ExecuteSqlRawAsync(ClaimSql(alone), [BitConverter.ToInt64(envelope.Id.ToByteArray(), 8), Room], ct);

    private string ClaimSql(bool alone) => string.Concat(
        "SELECT pg_advisory_xact_lock({0}), ",
        alone ? "pg_advisory_xact_lock({1})" : "pg_advisory_xact_lock_shared({1})",
        hurrying ? ", set_config('synchronous_commit', 'off', true)" : "");

    private static async Task Commit(IDbContextTransaction transaction, CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (Exception error) when (error is not PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
        {
            throw new Unknown("It is not known whether this was written. Send the same request again.", error);
        }
    }

    // Another transaction took the place meanwhile. Asked once more, the handler sees it and can say what stands in the way.
    private static bool LostToARule(Exception error) => error is Refusal { InnerException: not null };

    private static bool LostRace(Exception error) =>
        error is DbUpdateConcurrencyException || error is not Refusal && error.GetBaseException() is PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
        };
}
