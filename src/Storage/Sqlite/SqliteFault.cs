using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Callout.Sqlite;

/// <summary>What an error of SQLite means to whoever waits.</summary>
internal static class SqliteFault
{
    /// <summary>Before the commit: it has certainly not been written.</summary>
    public static Exception Of(Exception error) => Code(error) switch
    {
        raw.SQLITE_FULL => new Full(),
        raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN => new Unknown("The disk gave an error. Send the same request again.", error),
        _ => error,
    };

    /// <summary>The commit itself: nobody can say.</summary>
    public static Exception OfCommit(Exception error) => error switch
    {
        GroupLost { InnerException: { } cause } => Of(cause),
        _ when Code(error) == raw.SQLITE_FULL => new Full(),
        _ => new Unknown("It is not known whether this was written. Send the same request again.", error),
    };

    private static int? Code(Exception error) => (error.GetBaseException() as SqliteException)?.SqliteErrorCode;
}

internal static class SqliteConstraint
{
    /// <summary>SQLite names a trigger's message or the columns of a unique index: "UNIQUE constraint failed: part.sku" is part.sku.</summary>
    public static string Name(string message) => message.TrimEnd('.', '\'').Split("failed: ")[^1].Split('\'')[^1].Trim();
}
