using System.Reflection;

namespace Callout.App.Backups;

/// <param name="Folder">Where it lies.</param>
/// <param name="NewKey">The recovery key when it was made just now: it must be written down.</param>
internal sealed record Backed(string Folder, Manifest Manifest, string? NewKey)
{
    public long Size => Manifest.Parts.Sum(p => p.Length);
}

/// <summary>
/// Copies an installation while it serves: first the database as of one moment, then the attachments, which are on the disk before a row names
/// them and never change; then the keys, sealed. Only what is finished bears its name.
/// </summary>
internal sealed class Backup(IStorage storage, Blobs blobs, DataFolder data, IClock clock)
{
    private const string Prefix = "callout-", Unfinished = ".unfinished";

    private static readonly string Program = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    /// <summary>Finished backups in a folder, the oldest first.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateDirectories(folder, $"{Prefix}*").Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>So that a half removed one does not look like a backup.</summary>
    public static void Remove(string backup)
    {
        if (Directory.Exists(backup + Unfinished)) Directory.Delete(backup + Unfinished, recursive: true);
        Directory.Move(backup, backup + Unfinished);
        Directory.Delete(backup + Unfinished, recursive: true);
    }

    public async Task<Backed> Take(string to, CancellationToken ct)
    {
        var before = In(to);
        var isNew = !File.Exists(Path.Combine(data.Keys, "recovery.key"));
        var key = RecoveryKey.Of(data);
        var name = Path.Combine(Path.GetFullPath(to), Prefix + clock.GetCurrentInstant().ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmss'Z'"));
        if (Directory.Exists(name)) throw new Trouble($"{name} is there already; wait a second.");
        var folder = name + Unfinished;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        try
        {
            var manifest = await Fill(folder, before.Count > 0 ? before[^1] : null, key, ct);
            Manifest.Write(folder, manifest, key);
            Parts.Flush(folder);
            Directory.Move(folder, name);
            Folder.Flush(Path.GetDirectoryName(name)!);
            return new Backed(name, manifest, isNew ? key.Text : null);
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private async Task<Manifest> Fill(string folder, string? previous, RecoveryKey key, CancellationToken ct)
    {
        var (made, parts) = (clock.GetCurrentInstant(), new List<Part>());
        var database = await storage.CopyTo(Directory.CreateDirectory(Path.Combine(folder, "database")).FullName, ct);
        foreach (var path in Parts.In(folder).ToList()) parts.Add(await Parts.Of(folder, path, ct));
        var damaged = new List<string>();
        foreach (var hash in blobs.All()) await Attachment(hash, folder, previous, parts, damaged, ct);
        foreach (var path in Directory.EnumerateFiles(data.Keys).Where(p => !RecoveryKey.IsFile(p)))
        {
            var place = $"keys/{Path.GetFileName(path)}.sealed";
            using var cipher = new MemoryStream(key.Seal(place, await File.ReadAllBytesAsync(path, ct)));
            parts.Add(await Parts.Copy(cipher, folder, place, ct));
        }

        return new Manifest(Manifest.CurrentFormat, Program, made, key.Name, database, damaged, parts);
    }

    // The same attachment in the backup before is the same file, as long as it is still whole: a second name for it costs no space.
    private async Task Attachment(string hash, string folder, string? previous, List<Part> parts, List<string> damaged, CancellationToken ct)
    {
        var place = $"blobs/{hash[..2]}/{hash}";
        if (previous is not null && File.Exists(Path.Combine(previous, place)) && await Parts.Of(previous, place, ct) is var known && known.Sha256 == hash)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, place))!);
            if (Folder.TryLink(Path.Combine(previous, place), Path.Combine(folder, place)))
            {
                parts.Add(known);
                return;
            }
        }

        await using var content = blobs.Open(hash);
        if (content is null) return;
        var part = await Parts.Copy(content, folder, place, ct);
        if (part.Sha256 == hash)
        {
            parts.Add(part);
            return;
        }

        File.Delete(Path.Combine(folder, place));
        damaged.Add(hash);
    }
}
