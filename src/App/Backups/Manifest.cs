using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Callout.App.Backups;

/// <summary>What a backup consists of, to the byte. It is written last, so a backup without it was never finished.</summary>
/// <param name="Format">Raised when an older program could not restore it.</param>
/// <param name="RecoveryKey">The name of the key that opens it.</param>
/// <param name="DamagedBlobs">Attachments whose file was already not what its name says when the backup was taken; they are not in it.</param>
internal sealed record Manifest(
    int Format, string Program, Instant MadeAt, string RecoveryKey, Copied Database, IReadOnlyList<string> DamagedBlobs, IReadOnlyList<Part> Parts)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json", SealName = "manifest.seal";

    public static void Write(string folder, Manifest manifest, RecoveryKey key)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest, Wire.Json);
        Keep(Path.Combine(folder, FileName), text);
        Keep(Path.Combine(folder, SealName), Encoding.ASCII.GetBytes(SealOf(text, key.Stamp(text))));
    }

    /// <param name="key">Without it, damage is found but not a forgery.</param>
    public static Manifest Read(string folder, RecoveryKey? key)
    {
        if (!File.Exists(Path.Combine(folder, FileName)) || !File.Exists(Path.Combine(folder, SealName)))
            throw Damaged(folder, "it has no manifest: it is no backup, or was never finished");
        var (text, seal) = (File.ReadAllBytes(Path.Combine(folder, FileName)), Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, SealName))));
        if (seal != SealOf(text, seal.Split('\n')[0])) throw Damaged(folder, "its manifest does not match its seal");
        var manifest = JsonSerializer.Deserialize<Manifest>(text, Wire.Json)!;
        if (manifest.Format > CurrentFormat) throw new Trouble($"{folder} was made by a newer Callout ({manifest.Program}). Restore it with that version; nothing was changed.");
        if (key is null) return manifest;
        if (key.Name != manifest.RecoveryKey) throw new Trouble($"{folder} was made under another recovery key ({manifest.RecoveryKey}; this one is {key.Name}). Put the right one into {App.Backups.RecoveryKey.Variable}; nothing was changed.");
        return seal.Split('\n')[0] == key.Stamp(text) ? manifest : throw Damaged(folder, "its manifest was not written by the holder of the recovery key");
    }

    public static Trouble Damaged(string folder, string what) => new($"The backup {folder} is damaged: {what}. Nothing was changed; use another backup.");

    private static string SealOf(byte[] text, string stamp) => $"{stamp}\n{Convert.ToHexStringLower(SHA256.HashData([.. text, .. Encoding.Latin1.GetBytes(stamp)]))}\n";

    private static void Keep(string path, byte[] content)
    {
        using var file = File.Create(path);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}

/// <param name="Path">In the backup's folder, with slashes.</param>
internal sealed record Part(string Path, long Length, string Sha256);
