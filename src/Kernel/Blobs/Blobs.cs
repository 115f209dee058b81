using System.Security.Cryptography;

namespace Callout.Kernel;

/// <summary>Pictures, documents and recordings, each a file named by the hash of its content, beside the database. Several nodes share the folder.</summary>
public sealed class Blobs(string folder)
{
    public const long SizeAtMost = 25 << 20;

    public static IReadOnlyCollection<string> MediaTypes => Magic.MediaTypes;

    /// <summary>The picture that a file begins as, by its first bytes; null when it is none that can be kept.</summary>
    public static string? PictureOf(ReadOnlySpan<byte> head) => Magic.PictureOf(head);

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public bool Holds(string hash) => IsHash(hash) && File.Exists(PathOf(hash));

    /// <summary>Of every file that is kept, in no order.</summary>
    public IEnumerable<string> All() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Where(IsHash) : [];

    public Stream? Open(string hash) => Holds(hash) ? File.OpenRead(PathOf(hash)) : null;

    /// <summary>On the disk when this returns. The same content twice is one file.</summary>
    public async Task<Blob> Keep(Stream content, string mediaType, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var coming = Path.Combine(folder, $"{Guid.NewGuid():N}.coming");
        try
        {
            var (hash, size) = await Take(content, mediaType, coming, ct);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(coming, PathOf(hash), overwrite: true);
            return new Blob(hash, size, mediaType);
        }
        finally
        {
            File.Delete(coming);
        }
    }

    private static async Task<(string Hash, long Size)> Take(Stream content, string mediaType, string path, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = File.Create(path);
        var buffer = new byte[64 << 10];
        for (int read; (read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0;)
        {
            if (file.Position == 0) Magic.Check(mediaType, buffer.AsSpan(0, read));
            Refusal.If(file.Position + read > SizeAtMost, "blob.too-large", $"A file may have {SizeAtMost >> 20} MB at most.");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        Refusal.If(file.Position == 0, "blob.empty", "There is nothing in this file.");
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Position);
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}

/// <param name="Hash">SHA-256 of the content, in hex: its name from now on.</param>
/// <param name="Size">In bytes.</param>
public sealed record Blob(string Hash, long Size, string MediaType);
