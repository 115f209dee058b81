using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Callout.Sqlite;

/// <summary>Commands of the writer's connection, kept with their parsed statements: otherwise each of them is parsed again for every piece of work.</summary>
internal sealed class KeptCommands : DbCommandInterceptor, IDisposable
{
    private const int KeptAtMost = 300, LengthAtMost = 8000;

    private readonly Dictionary<string, KeptCommand> kept = [];

    public override DbCommand CommandInitialized(CommandEndEventData data, DbCommand result)
    {
        if (result.CommandText.Length > LengthAtMost || Of(result.CommandText, (SqliteConnection)result.Connection!) is not { } command) return result;
        (command.Transaction, command.CommandTimeout) = ((SqliteTransaction?)result.Transaction, result.CommandTimeout);
        foreach (SqliteParameter parameter in result.Parameters) command.Parameters.Add(parameter);
        result.Parameters.Clear();
        result.Dispose();
        return command;
    }

    public void Run(string sql, SqliteConnection connection)
    {
        using var command = Of(sql, connection) ?? new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in kept.Values) command.End();
        kept.Clear();
    }

    /// <summary>Null when it is at work already.</summary>
    private SqliteCommand? Of(string sql, SqliteConnection connection)
    {
        if (!kept.TryGetValue(sql, out var command))
        {
            if (kept.Count == KeptAtMost) Drop();
            kept[sql] = command = new KeptCommand { CommandText = sql, Connection = connection };
        }

        return command.Begin() ? command : null;
    }

    private void Drop()
    {
        foreach (var (sql, idle) in kept.Where(c => !c.Value.AtWork).ToList())
        {
            kept.Remove(sql);
            idle.End();
        }
    }

    private sealed class KeptCommand : SqliteCommand
    {
        public bool AtWork { get; private set; }

        public bool Begin()
        {
            if (AtWork) return false;
            return AtWork = true;
        }

        public void End() => base.Dispose(true);

        protected override void Dispose(bool disposing)
        {
            if (disposing) Parameters.Clear();
            AtWork = false;
        }
    }
}
