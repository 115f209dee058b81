namespace Callout.App.Backups;

/// <summary>A backup of which every byte was looked at: nothing is missing, nothing is changed, nothing was added.</summary>
internal sealed record BackupFolder(string Path, Manifest Manifest)
{
    public string Database => System.IO.Path.Combine(Path, "database");

    /// <summary>Throws when it is not exactly what was written.</summary>
    public static async Task<BackupFolder> Open(string path, RecoveryKey? key, CancellationToken ct)
    {
        if (!Directory.Exists(path)) throw new Trouble($"There is no backup at {path}.");
        if (Parts.In(path).FirstOrDefault(p => new FileInfo(System.IO.Path.Combine(path, p)).LinkTarget is not null) is { } link) throw Manifest.Damaged(path, $"{link} is only a link");
        var manifest = Manifest.Read(path, key);
        var (named, there) = (manifest.Parts.ToDictionary(p => p.Path), Parts.In(path).Where(p => p is not (Manifest.FileName or Manifest.SealName)).ToHashSet());
        if (named.Keys.FirstOrDefault(p => !there.Contains(p)) is { } missing) throw Manifest.Damaged(path, $"{missing} is missing");
        if (there.FirstOrDefault(p => !named.ContainsKey(p)) is { } strange) throw Manifest.Damaged(path, $"{strange} does not belong to it");
        foreach (var part in manifest.Parts)
            if (await Parts.Of(path, part.Path, ct) != part) throw Manifest.Damaged(path, $"{part.Path} is not what was written");

        return new BackupFolder(path, manifest);
    }

    /// <summary>Copies what lies under a part of the backup, and looks at it again on the way.</summary>
    public async Task Put(string part, string target, CancellationToken ct)
    {
        foreach (var known in Manifest.Parts.Where(p => p.Path.StartsWith($"{part}/", StringComparison.Ordinal)))
        {
            await using var content = File.OpenRead(System.IO.Path.Combine(Path, known.Path));
            if ((await Parts.Copy(content, target, known.Path, ct)).Sha256 != known.Sha256) throw App.Backups.Manifest.Damaged(Path, $"{known.Path} changed while it was read");
        }
    }

    /// <summary>The keys, opened. All of them are there before any is given.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> Keys(RecoveryKey key, CancellationToken ct)
    {
        var keys = new Dictionary<string, byte[]>();
        foreach (var part in Manifest.Parts.Where(p => p.Path.StartsWith("keys/", StringComparison.Ordinal)))
            keys[System.IO.Path.GetFileNameWithoutExtension(part.Path)] =
                key.Open(part.Path, await File.ReadAllBytesAsync(System.IO.Path.Combine(Path, part.Path), ct)) ?? throw App.Backups.Manifest.Damaged(Path, $"{part.Path} cannot be opened with this recovery key");
        return keys;
    }
}
