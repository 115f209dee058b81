using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Callout.Sqlite;

/// <summary>
/// One writer for everyone. Whatever waits is committed together, each piece of work in a savepoint of its own: one disk flush for
/// the group, and nobody is answered before it.
/// </summary>
internal sealed class SqliteWriter(IServiceProvider services, SqliteFile file, Nudge nudge, ILogger<SqliteWriter> log) : Writer(services), IAsyncDisposable
{
    private const int GroupAtMost = 64, QueueAtMost = 4096;

    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(20);

    private readonly Channel<Job> queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(QueueAtMost) { SingleReader = true });
    private readonly KeptCommands commands = new();
    private SqliteConnection? connection;
    private Db? db;
    private SqliteLedger? ledger;
    private Task? loop;

    public async Task Open(CancellationToken ct)
    {
        if (loop is not null) return;
        await Connect(ct);
        await Migrate(ct);
        ledger = await SqliteLedger.Open(connection!, ct);
        nudge.LedgerMoved(ledger.Chain.Pos);
        loop = Task.Factory.StartNew(Loop, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public override async Task<T> Write<T>(Envelope envelope, Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        var job = new Job<T>(async () =>
        {
            var (result, entries) = await Try(db!, envelope, work, CancellationToken.None);
            ledger!.Append(entries);
            return result;
        });
        if (!queue.Writer.TryWrite(job)) throw new Busy();
        return await job.Answer.WaitAsync(ct);
    }

    // The queue keeps their order, and they share their group's flush.
    internal override async Task<(int Written, Exception? Error)> WriteInOrder(IReadOnlyList<(Envelope Envelope, Func<Session, CancellationToken, Task<bool>> Work)> all, CancellationToken ct)
    {
        List<Task> writes = [.. all.Select(one => Write(one.Envelope, one.Work, ct))];
        await Task.WhenAll(writes).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var failed = writes.FindIndex(w => !w.IsCompletedSuccessfully);
        return failed < 0 ? (all.Count, null) : (failed, writes[failed].Exception?.InnerException ?? new OperationCanceledException(ct));
    }

    /// <summary>Folds the write-ahead log into the database and cuts it to nothing. Whoever reads an older state holds the log open; it waits for them, and nobody for it.</summary>
    public async Task Checkpoint(CancellationToken ct)
    {
        while (await Between("PRAGMA wal_checkpoint(TRUNCATE)", ct) is not 0L) await Task.Delay(Held, ct);
    }

    // Without a flush at each commit the log may lose its end; it is flushed before its pages go into the database, so nothing tears.
    public override Task Hurry(bool hurry, CancellationToken ct) =>
        Between(hurry ? "PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=10000" : "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000", ct);

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is not null) await loop;
        if (db is not null) await db.DisposeAsync();
        commands.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private Task<object?> Between(string sql, CancellationToken ct)
    {
        var job = new BetweenGroups(sql);
        return queue.Writer.TryWrite(job) ? job.Done.WaitAsync(ct) : throw new Busy();
    }

    protected override string? Constraint(Exception error) =>
        error.GetBaseException() is SqliteException { SqliteErrorCode: raw.SQLITE_CONSTRAINT } broken ? SqliteConstraint.Name(broken.Message) : null;

    private async Task Loop()
    {
        List<Job> group = [];
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < GroupAtMost && queue.Reader.TryRead(out var job))
            {
                if (job is BetweenGroups between) between.Run(connection!);
                else group.Add(job);
            }

            await Commit(group);
        }
    }

    private async Task Commit(List<Job> group)
    {
        if (group.Count == 0) return;
        var head = ledger!.Chain.Copy();
        try
        {
            commands.Run("BEGIN IMMEDIATE", connection!);
            foreach (var job in group) await Run(job);
            commands.Run("COMMIT", connection!);
        }
        catch (GroupLost) when (group.Count > 1)
        {
            ledger.Chain = head;
            foreach (var job in group) await Commit([job]);
            return;
        }
        catch (Exception error)
        {
            Abandon(head);
            Fail(group, error);
            return;
        }

        nudge.LedgerMoved(ledger.Chain.Pos);
        foreach (var job in group) job.Tell();
    }

    private async Task Run(Job job)
    {
        var head = ledger!.Chain.Copy();
        commands.Run("SAVEPOINT one", connection!);
        try
        {
            await job.Run();
            commands.Run("RELEASE one", connection!);
        }
        catch (Exception error)
        {
            // Some errors make SQLite drop the whole transaction; a savepoint opened after that would commit by itself.
            if (raw.sqlite3_get_autocommit(connection!.Handle) != 0) throw new GroupLost(error);
            commands.Run("ROLLBACK TO one", connection!);
            commands.Run("RELEASE one", connection!);
            ledger.Chain = head;
            job.Error = SqliteFault.Of(error);
        }
        finally
        {
            db!.ChangeTracker.Clear();
        }
    }

    private void Abandon(Chain head)
    {
        ledger!.Chain = head;
        if (raw.sqlite3_get_autocommit(connection!.Handle) == 0) commands.Run("ROLLBACK", connection!);
    }

    private void Fail(List<Job> group, Exception error)
    {
        log.LogError(error, "A group of {Count} was not committed", group.Count);
        foreach (var job in group)
        {
            job.Error = SqliteFault.OfCommit(error);
            job.Tell();
        }
    }

    private async Task Connect(CancellationToken ct)
    {
        connection = new SqliteConnection(file.ForWriting);
        await connection.OpenAsync(ct);
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON");
        var options = new DbContextOptionsBuilder<Db>();
        SqliteStorage.ForWriting(options, connection).UseApplicationServiceProvider(Services).AddInterceptors(commands);
        db = new Db(options.Options);
    }

    // A database that was only just created is folded into one file and flushed, so that no journal of its creation can come back over it.
    private async Task Migrate(CancellationToken ct)
    {
        if (!(await db!.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            LayRules();
            return;
        }

        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
        await db.Database.MigrateAsync(ct);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        LayRules();
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Folder.Flush(Path.GetDirectoryName(Path.GetFullPath(file.Path))!);
    }

    private void LayRules()
    {
        foreach (var rule in EmbeddedRules.Of(typeof(SqliteWriter).Assembly)) Execute(rule);
    }

    private void Execute(string sql)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
