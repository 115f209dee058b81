using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Callout.Postgres;

/// <summary>A query that is tagged as locking keeps its rows until the commit.</summary>
internal sealed class RowLocks : DbCommandInterceptor
{
    public static readonly RowLocks Instance = new();

    private const string Tag = "-- lock";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
    {
        if (command.CommandText.StartsWith(Tag, StringComparison.Ordinal)) command.CommandText += " FOR UPDATE";
        return base.ReaderExecutingAsync(command, data, result, ct);
    }
}
