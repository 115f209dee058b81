namespace Callout.Kernel;

/// <summary>Files on their way in, in pieces that wait on the disk until the last is there: who was cut off sends one piece again, not the file.</summary>
internal sealed class Incoming(Blobs blobs, string folder, IClock clock)
{
    public const int PieceSize = 256 << 10;

    private const string Unfinished = ".unfinished";

    public static int PiecesAtMost => (int)(Blobs.SizeAtMost / PieceSize);

    /// <summary>The pieces of this file that need not be sent again, in their order.</summary>
    public IReadOnlyList<int> Pieces(string hash) =>
        Directory.Exists(Of(hash))
            ? [.. Directory.EnumerateFiles(Of(hash)).Select(path => int.TryParse(Path.GetFileName(path), out var i) ? i : -1).Where(i => i >= 0).Order()]
            : [];

    /// <summary>Keeps a piece, or nothing of it. The same piece twice is one.</summary>
    /// <param name="mediaType">Asked of the first piece, so that what cannot be kept is refused before the rest is sent.</param>
    public async Task Put(string hash, int i, Stream content, string mediaType, CancellationToken ct)
    {
        var piece = new byte[PieceSize + 1];
        var length = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct);
        Refusal.If(length == 0, "blob.empty", "There is nothing in this piece.");
        Refusal.If(length > PieceSize, "blob.piece-too-large", $"Send {PieceSize >> 10} KB at once, and the rest in the last piece.");
        if (i == 0) Magic.Check(mediaType, piece.AsSpan(0, length));

        Directory.CreateDirectory(Of(hash));
        var path = Path.Combine(Of(hash), $"{i}");
        var unfinished = $"{path}-{Guid.NewGuid():N}{Unfinished}";
        await File.WriteAllBytesAsync(unfinished, piece.AsMemory(0, length), ct);
        File.Move(unfinished, path, overwrite: true);
        Directory.SetLastWriteTimeUtc(Of(hash), clock.GetCurrentInstant().ToDateTimeUtc());
    }

    /// <summary>Puts the pieces together and keeps the file when it is what its name says; otherwise they are thrown away.</summary>
    public async Task<Blob> Complete(string hash, long size, string mediaType, CancellationToken ct)
    {
        Refusal.If(size > Blobs.SizeAtMost, "blob.too-large", $"A file may have {Blobs.SizeAtMost >> 20} MB at most.");
        Refusal.If(size <= 0, "blob.empty", "There is nothing in this file.");
        var needed = (int)((size + PieceSize - 1) / PieceSize);
        List<int> missing = [.. Enumerable.Range(0, needed).Except(Pieces(hash))];
        Refusal.If(missing.Count > 0, "blob.incomplete", $"Still to be sent: {string.Join(", ", missing.Take(20))}.");
        try
        {
            await using var whole = new Pieces(Enumerable.Range(0, needed).Select(i => Path.Combine(Of(hash), $"{i}")));
            var kept = await blobs.Keep(whole, mediaType, hash, ct);
            Forget(hash);
            return kept;
        }
        catch (Refusal)
        {
            Forget(hash);
            throw;
        }
    }

    public void Forget(string hash)
    {
        try
        {
            Directory.Delete(Of(hash), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another sender of the same file was here first.
        }
    }

    /// <summary>Nobody has sent a piece of these since.</summary>
    public void RemoveAbandoned(Instant before)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateDirectories(folder).Where(path => Directory.GetLastWriteTimeUtc(path) < before.ToDateTimeUtc())) Forget(Path.GetFileName(path));
    }

    private string Of(string hash) => Path.Combine(folder, hash);
}
