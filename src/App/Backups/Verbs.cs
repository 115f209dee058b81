using System.Diagnostics;

namespace Callout.App.Backups;

/// <summary>The operator's verbs around backups, and what they print.</summary>
internal static class Verbs
{
    public static async Task<int> Backup(string to, IReadOnlyList<string> args)
    {
        var (options, watch) = (Options.Of(args), Stopwatch.StartNew());
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All);
        var backed = await app.Services.GetRequiredService<Backup>().Take(to, CancellationToken.None);
        Console.WriteLine(Sentence(backed, watch.Elapsed));
        if (backed.NewKey is not null) Console.WriteLine($"Write this recovery key down and keep it away from this machine; on another one no backup opens without it: {backed.NewKey}");
        TellDamaged(backed);
        return 0;
    }

    public static async Task<int> Restore(string path, IReadOnlyList<string> args)
    {
        var replace = args.Contains("--replace");
        var options = Options.Of([.. args.Where(a => a != "--replace")]);
        var restored = await new Restore(new DataFolder(options.Data), options.Postgres).From(path, replace, CancellationToken.None);
        var database = restored.Backup.Manifest.Database;
        Console.WriteLine($"Restored {path} of {restored.Backup.Manifest.MadeAt}: {database.Pos} events, {restored.Backup.Manifest.Parts.Count} files, in {restored.Took.TotalSeconds:0.0} s.");
        if (restored.Aside is not null) Console.WriteLine($"What was there before is kept in {restored.Aside}; delete it once you are sure.");
        await Losses.Tell(restored.Loss, restored.List, options);
        return 0;
    }

    public static async Task<int> Accept(IReadOnlyList<string> args)
    {
        var options = Options.Of(args);
        var (loss, list) = await new Restore(new DataFolder(options.Data), options.Postgres).Accept(CancellationToken.None);
        await Losses.Tell(loss, list, options);
        return 0;
    }

    public static async Task<int> Drill(string path, IReadOnlyList<string> args)
    {
        var options = Options.Of(args);
        var drilled = await new Drill(path, new DataFolder(options.Data), options.Postgres).Run(Console.WriteLine, new Clock(TimeProvider.System), CancellationToken.None);
        if (drilled.Fault is null) Console.WriteLine($"{path} is a backup: drilled in {drilled.Seconds:0.0} s.");
        else Console.Error.WriteLine($"{path} counts as no backup: {drilled.Fault}");
        return drilled.Fault is null ? 0 : 1;
    }

    public static async Task<int> Verify(string path, IReadOnlyList<string> args)
    {
        var (options, watch) = (Options.Of(args), Stopwatch.StartNew());
        var key = RecoveryKey.Find(new DataFolder(options.Data));
        var backup = await BackupFolder.Open(path, key, CancellationToken.None);
        Console.WriteLine($"Every byte of {path} is what was written at {backup.Manifest.MadeAt}: {backup.Manifest.Parts.Count} files, {backup.Manifest.Database.Pos} events, looked at in {watch.Elapsed.TotalSeconds:0.0} s.");
        Console.WriteLine(key is null ? $"Without the recovery key ({RecoveryKey.Variable}) nobody can say whether its keys open." : "Its keys open. Whether it serves is shown by `callout drill`.");
        if (key is not null) await backup.Keys(key, CancellationToken.None);
        return 0;
    }

    public static int ShowKey(IReadOnlyList<string> args)
    {
        Console.WriteLine(RecoveryKey.Of(new DataFolder(Options.Of(args).Data)).Text);
        return 0;
    }

    /// <summary>For a server's log, where no key belongs.</summary>
    public static void Tell(Backed backed, TimeSpan took)
    {
        Console.WriteLine(Sentence(backed, took));
        if (backed.NewKey is not null) Console.WriteLine("A recovery key was made; on another machine no backup opens without it. Show it with `callout recovery-key`, write it down and keep it elsewhere.");
        TellDamaged(backed);
    }

    private static string Sentence(Backed backed, TimeSpan took) =>
        $"Backed up to {backed.Folder}: {backed.Manifest.Database.Pos} events, {backed.Manifest.Parts.Count} files, {backed.Size / 1e6:0.0} MB, in {took.TotalSeconds:0.0} s.";

    private static void TellDamaged(Backed backed)
    {
        foreach (var hash in backed.Manifest.DamagedBlobs) Console.Error.WriteLine($"The attachment {hash} is damaged on this disk and is not in the backup; look for it in an older one.");
    }
}
