using System.Security.Cryptography;

namespace Callout.App.Backups;

/// <summary>Files on their way into a backup or out of it: hashed as they pass, on the disk when done.</summary>
internal static class Parts
{
    public static async Task<Part> Copy(Stream from, string folder, string path, CancellationToken ct)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(target, FileMode.CreateNew);
        var buffer = new byte[1 << 17];
        for (int read; (read = await from.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        file.Flush(flushToDisk: true);
        return new Part(path, file.Position, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public static async Task<Part> Of(string folder, string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(folder, path));
        return new Part(path, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)));
    }

    /// <summary>Everything that lies in a folder, links too, by its path with slashes.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, ReturnSpecialDirectories = false })
            .Where(path => !Directory.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

    /// <summary>The names of all files and folders made durable.</summary>
    public static void Flush(string folder)
    {
        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) Folder.Flush(inside);
        Folder.Flush(folder);
    }
}
