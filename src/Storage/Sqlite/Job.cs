using Microsoft.Data.Sqlite;

namespace Callout.Sqlite;

/// <summary>A piece of work that waits for its turn, and its caller for the commit.</summary>
internal abstract class Job
{
    public Exception? Error { get; set; }

    public abstract Task Run();

    /// <summary>Called only when the commit has succeeded, or has failed.</summary>
    public abstract void Tell();
}

internal sealed class Job<T>(Func<Task<T>> work) : Job
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Answer => answer.Task;

    public override async Task Run()
    {
        Error = null;
        result = await work();
    }

    public override void Tell()
    {
        if (Error is null) answer.TrySetResult(result!);
        else answer.TrySetException(Error);
    }
}

/// <summary>Runs between two groups, never inside one; answers with the first value that SQLite says.</summary>
internal sealed class BetweenGroups(string sql) : Job
{
    private readonly TaskCompletionSource<object?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<object?> Done => done.Task;

    public void Run(SqliteConnection connection)
    {
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            done.TrySetResult(command.ExecuteScalar());
        }
        catch (SqliteException error)
        {
            done.TrySetException(error);
        }
    }

    public override Task Run() => Task.CompletedTask;

    public override void Tell() { }
}

/// <summary>SQLite gave up the whole transaction; the others of the group are run again without the culprit.</summary>
internal sealed class GroupLost(Exception cause) : Exception(cause.Message, cause);
