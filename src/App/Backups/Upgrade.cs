using System.Diagnostics;

namespace Callout.App.Backups;

/// <summary>Opens an installation with a program that may be newer than its database: before anything is changed, there is a way back.</summary>
internal static class Upgrade
{
    /// <param name="to">Where the backup goes.</param>
    public static async Task Open(WebApplication app, string to, CancellationToken ct)
    {
        var schema = await app.Services.GetRequiredService<IStorage>().Schema(ct);
        if (schema.Empty || schema.Pending.Count == 0 || schema.Unknown.Count > 0)
        {
            await app.Open(ct);
            return;
        }

        Console.WriteLine($"This version changes the database ({schema.Pending[^1]}). It is backed up first.");
        var backed = await BackUp(app, to, ct);
        try
        {
            await app.Open(ct);
        }
        catch (Exception error) when (error is not Trouble)
        {
            throw new Trouble($"The upgrade failed: {error.GetBaseException().Message} The earlier version still serves this database, or, if it does not: callout restore {backed.Folder} --replace", error);
        }

        Console.WriteLine("The database is up to date.");
    }

    private static async Task<Backed> BackUp(WebApplication app, string to, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var backed = await app.Services.GetRequiredService<Backup>().Take(to, ct);
            Verbs.Tell(backed, watch.Elapsed);
            return backed;
        }
        catch (Exception error) when (error is Trouble or IOException or UnauthorizedAccessException)
        {
            throw new Trouble($"The database has to be upgraded, and the backup before it failed: {error.Message} Nothing was changed.", error);
        }
    }
}
