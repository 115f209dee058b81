using System.Security.Cryptography;

namespace Callout.Kernel;

/// <summary>Pictures, documents and recordings, each a file named by the hash of its content, beside the database. Several nodes share the folder.</summary>
public sealed class Blobs(string folder, IClock clock)
{
    public const long SizeAtMost = 25 << 20;

    private const string Coming = ".coming";

    public static IReadOnlyCollection<string> MediaTypes => Magic.MediaTypes;

    /// <summary>What arrives piece by piece.</summary>
    internal Incoming Incoming => new(this, Path.Combine(folder, "incoming"), clock);

    /// <summary>The picture that a file begins as, by its first bytes; null when it is none that can be kept.</summary>
    public static string? PictureOf(ReadOnlySpan<byte> head) => Magic.PictureOf(head);

    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public bool Holds(string hash) => IsHash(hash) && File.Exists(PathOf(hash));

    /// <summary>Of every file that is kept, in no order.</summary>
    public IEnumerable<string> All() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)!).Where(IsHash) : [];

    public Stream? Open(string hash) => Holds(hash) ? File.OpenRead(PathOf(hash)) : null;

    /// <summary>On the disk when this returns. The same content twice is one file.</summary>
    public Task<Blob> Keep(Stream content, string mediaType, CancellationToken ct) => Keep(content, mediaType, null, ct);

    /// <summary>The one way in, whatever door a file came through.</summary>
    /// <param name="expected">What its hash must be; anything else is refused as damaged.</param>
    internal async Task<Blob> Keep(Stream content, string mediaType, string? expected, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var coming = Path.Combine(folder, $"{Guid.NewGuid():N}{Coming}");
        try
        {
            var (hash, size) = await Take(content, mediaType, coming, ct);
            Refusal.If(expected is not null && hash != expected, "blob.damaged", "What arrived is not what was sent: its hash differs. Send the file again from its beginning.");
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(hash))!);
            File.Move(coming, PathOf(hash), overwrite: true);
            Touch(hash);
            // The file's name, too, must be there after a power cut: its sender now forgets its own copy.
            Folder.Flush(Path.GetDirectoryName(PathOf(hash))!);
            Folder.Flush(folder);
            return new Blob(hash, size, mediaType);
        }
        finally
        {
            File.Delete(coming);
        }
    }

    /// <summary>Somebody is about to name this file: it counts as new again. False when it is not here.</summary>
    internal bool Touch(string hash)
    {
        if (!Holds(hash)) return false;
        File.SetLastWriteTimeUtc(PathOf(hash), clock.GetCurrentInstant().ToDateTimeUtc());
        return true;
    }

    internal IEnumerable<string> Before(Instant time) => All().Where(hash => IsBefore(PathOf(hash), time));

    internal void Remove(string hash, Instant before)
    {
        if (IsBefore(PathOf(hash), before)) File.Delete(PathOf(hash));
    }

    /// <summary>What broke off while it was being written.</summary>
    internal void RemoveBrokenOff(Instant before)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, $"*{Coming}").Where(path => IsBefore(path, before))) File.Delete(path);
    }

    private static bool IsBefore(string path, Instant time) => File.GetLastWriteTimeUtc(path) < time.ToDateTimeUtc();

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
