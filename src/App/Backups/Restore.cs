using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Callout.App.Backups;

/// <param name="Aside">Where what was there before is kept; null when there was nothing.</param>
/// <param name="List">Where the list of what was lost lies; null when nothing is known to be.</param>
internal sealed record Restored(BackupFolder Backup, Loss Loss, string? List, string? Aside, TimeSpan Took);

/// <summary>
/// Puts a backup in place. Until every byte of it was looked at, its keys opened and its ledger walked, nothing is touched; then the database,
/// the keys and the attachments change places with what was there, which is kept.
/// </summary>
internal sealed class Restore(DataFolder data, string? postgres, Action<WebApplicationBuilder>? also = null)
{
    private readonly DataFolder staging = new(Path.Combine(data.Root, "restoring"));

    /// <param name="replace">Also when there is an installation already.</param>
    public async Task<Restored> From(string path, bool replace, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var key = RecoveryKey.Find(data) ?? throw new Trouble($"The recovery key is needed: put it into {RecoveryKey.Variable}. It was shown when the first backup was taken, and lies in keys/recovery.key of that installation. Nothing was changed.");
        var backup = await BackupFolder.Open(path, key, ct);
        var keys = await backup.Keys(key, ct);
        using var alone = data.Take();
        await Prepare(keys, key, ct);
        await using var app = Server.Build(staging.Root, postgres, Modules.All, builder =>
        {
            builder.Services.AddSingleton(new WitnessBook(data.WitnessOf(postgres)));
            also?.Invoke(builder);
        });
        var aside = await Aside(backup.Manifest, replace, app, ct);
        await Load(backup, aside, app, ct);
        var (loss, list) = await Begin(app, ct);
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Swap(backup, aside, ct);
        return new Restored(backup, loss, list, aside is null ? null : postgres is null ? Path.Combine(data.Root, aside) : $"the schema {aside} of the database, its keys in {Path.Combine(data.Root, aside)}", watch.Elapsed);
    }

    /// <summary>The database was put back by other means, and that is meant.</summary>
    public async Task<(Loss Loss, string? List)> Accept(CancellationToken ct)
    {
        using var alone = data.Take();
        await using var app = Server.Build(data.Root, postgres, Modules.All, also);
        await app.Services.GetRequiredService<IStorage>().Prepare(ct);
        return await Begin(app, ct);
    }

    private async Task Prepare(IReadOnlyDictionary<string, byte[]> keys, RecoveryKey key, CancellationToken ct)
    {
        if (Directory.Exists(staging.Root)) Directory.Delete(staging.Root, recursive: true);
        Directory.CreateDirectory(staging.Keys);
        foreach (var (name, content) in keys)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite };
            await using var file = new FileStream(Path.Combine(staging.Keys, name), options);
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }

        key.Keep(staging);
    }

    /// <summary>Under which name what is there will be kept.</summary>
    private async Task<string?> Aside(Manifest manifest, bool replace, WebApplication app, CancellationToken ct)
    {
        var storage = app.Services.GetRequiredService<IStorage>();
        if (storage.Kind != manifest.Database.Kind)
            throw new Trouble($"This is a backup of a {manifest.Database.Kind} database, and this installation is to use {storage.Kind}. {(postgres is null ? "Name a PostgreSQL database with --postgres" : "Leave out --postgres")}; nothing was changed.");
        var empty = postgres is null ? !File.Exists(data.Database) : (await storage.Schema(ct)).Empty;
        if (empty && !File.Exists(data.InstallationKey)) return null;
        if (!empty && !replace) throw new Trouble("There is a database here already. Add --replace to put the backup in its place; what is there is kept beside it. Nothing was changed.");
        return $"before_restore_{app.Services.GetRequiredService<IClock>().GetCurrentInstant().ToDateTimeOffset():yyyyMMdd_HHmmss}";
    }

    private async Task Load(BackupFolder backup, string? aside, WebApplication app, CancellationToken ct)
    {
        var expected = backup.Manifest.Database;
        await File.WriteAllTextAsync(data.RestoreMark, $"callout restore {backup.Path} --replace\n", ct);
        try
        {
            await app.Services.GetRequiredService<IStorage>().Load(backup.Database, expected, aside ?? "unused", async (db, ct) =>
            {
                var verdict = await Verifier.Of(db, ct);
                if (verdict.Fault is { } fault) throw Manifest.Damaged(backup.Path, $"its ledger does not hold: {fault}");
                if (verdict.Events != expected.Pos || Convert.ToHexStringLower(verdict.Head) != expected.Hash) throw Manifest.Damaged(backup.Path, $"its ledger ends at event {verdict.Events}, not at {expected.Pos}");
            }, ct);
        }
        catch
        {
            File.Delete(data.RestoreMark);
            throw;
        }
    }

    // Who was erased after the backup is erased again, before anybody can see them.
    private static async Task<(Loss Loss, string? List)> Begin(WebApplication app, CancellationToken ct)
    {
        var (witness, house) = (app.Services.GetRequiredService<Witness>(), app.Services.GetRequiredService<House>());
        var (loss, erase) = (await witness.Missing(ct), house.CommandOf(typeof(ErasePerson)));
        foreach (var erased in loss.Lost.Where(e => e.Name == "person.erased"))
            await app.Services.GetRequiredService<Commands>().Run(erase, new ErasePerson(PersonId.From(Guid.Parse(erased.Subject!.Split('/')[1]))), Envelope.System(Guid.NewGuid()), ct);
        await app.Services.GetRequiredService<Installation>().Renew(ct);
        return (loss, await witness.Accept(loss, ct));
    }

    // Attachments are named by their content, so those that are there already stay: devices may send commands again that speak of them.
    private async Task Swap(BackupFolder backup, string? aside, CancellationToken ct)
    {
        foreach (var part in backup.Manifest.Parts.Where(p => p.Path.StartsWith("blobs/", StringComparison.Ordinal)))
            if (!File.Exists(Path.Combine(data.Root, part.Path)) || (await Parts.Of(data.Root, part.Path, ct)).Sha256 != part.Sha256) await Attachment(backup, part, ct);
        if (aside is not null) Move(data, Path.Combine(data.Root, aside));
        Move(staging, data.Root);
        Directory.Delete(staging.Root, recursive: true);
        Parts.Flush(data.Root);
        File.Delete(data.RestoreMark);
    }

    private async Task Attachment(BackupFolder backup, Part part, CancellationToken ct)
    {
        await using (var content = File.OpenRead(Path.Combine(backup.Path, part.Path))) await Parts.Copy(content, staging.Root, part.Path, ct);
        var target = Path.Combine(data.Root, part.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(staging.Root, part.Path), target, overwrite: true);
    }

    private static void Move(DataFolder from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from.Root, "callout.db*")) File.Move(path, Path.Combine(to, Path.GetFileName(path)));
        if (!Directory.Exists(from.Keys)) return;
        Directory.CreateDirectory(Path.Combine(to, "keys"));
        foreach (var path in Directory.EnumerateFiles(from.Keys)) File.Move(path, Path.Combine(to, "keys", Path.GetFileName(path)), overwrite: RecoveryKey.IsFile(path));
    }
}
