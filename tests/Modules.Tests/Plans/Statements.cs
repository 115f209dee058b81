using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Callout.Modules.Tests.Plans;

internal sealed record Statement(string Sql, IReadOnlyList<DbParameter> Parameters);

/// <summary>Listens to what EF sends to one database, and to no other that this process has open.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string database;
    private readonly List<IDisposable> subscriptions = [];
    private readonly Lock one = new();
    private List<Statement> sent = [];

    public Statements(Db db)
    {
        database = NameOf(db.Database.GetDbConnection());
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<Statement> Take()
    {
        lock (one)
        {
            var taken = sent;
            sent = [];
            return taken;
        }
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) subscriptions.Add(listener.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> told)
    {
        if (told.Value is not CommandEventData { Command: var command, ExecuteMethod: DbCommandMethod.ExecuteReader } || command.Connection is null || NameOf(command.Connection) != database) return;
        lock (one) sent.Add(new Statement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    private static DbParameter Copy(DbParameter parameter) => parameter is NpgsqlParameter postgres ? postgres.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value);

    private static string NameOf(DbConnection connection) => connection is NpgsqlConnection ? connection.Database : new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource;
}
