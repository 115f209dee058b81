using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using NodaTime.Text;

namespace Callout.Kernel;

/// <summary>How far a client has read: the epoch, and a position for each audience. Only the server looks inside.</summary>
internal sealed record FeedCursor(string Epoch, IReadOnlyDictionary<string, long> Positions)
{
    private const int BytesAtMost = 4 << 20;

    public static FeedCursor Read(string? text, string epoch)
    {
        if (string.IsNullOrEmpty(text)) return new FeedCursor(epoch, new Dictionary<string, long>());
        try
        {
            return JsonSerializer.Deserialize<Written>(Unpacked(Base64Url.DecodeFromChars(text)), Wire.Json)!.Cursor();
        }
        catch (Exception error) when (error is FormatException or JsonException or InvalidDataException or ArgumentException or OverflowException or NullReferenceException)
        {
            throw new Unreadable("cursor", "This is not a cursor of the feed. Start without one.");
        }
    }

    public string Write() => Base64Url.EncodeToString(Packed(JsonSerializer.SerializeToUtf8Bytes(Written.Of(this), Wire.Json)));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private static MemoryStream Unpacked(byte[] packed)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        var (bytes, part) = (new MemoryStream(), new byte[4096]);
        for (int length; (length = deflate.Read(part)) > 0; bytes.Write(part, 0, length)) ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, BytesAtMost);
        bytes.Position = 0;
        return bytes;
    }

    /// <summary>
    /// Every branch in sight is followed for the same days and mostly to the same position, so that is said once for all of them:
    /// the cursor grows with the branches, not with branches times days, and fits into a request's first line.
    /// </summary>
    private sealed record Written(string E, IReadOnlyList<Like> A)
    {
        public static Written Of(FeedCursor cursor) => new(cursor.Epoch,
            [.. cursor.Positions.Select(p => (At: Place(p.Key), Pos: p.Value)).GroupBy(p => p.At.Place, p => (p.At.Day, p.Pos))
                .Select(place => (place.Key, Stretches: Stretch.Of(place)))
                .GroupBy(p => Wire.Write(p.Stretches)).Select(like => new Like([.. like.Select(p => p.Key)], like.First().Stretches))]);

        public FeedCursor Cursor() => new(E, A.SelectMany(like => like.P.SelectMany(place => like.S.SelectMany(s => s.Of(place)))).ToDictionary());

        private static (string Place, LocalDate? Day) Place(string audience) =>
            audience.IndexOf('/') is var at and > 0 && LocalDatePattern.Iso.Parse(audience[(at + 1)..]) is { Success: true, Value: var day } ? (audience[..at], day) : (audience, null);
    }

    /// <param name="P">Places, such as a branch, that have been read alike.</param>
    private sealed record Like(IReadOnlyList<string> P, IReadOnlyList<Stretch> S);

    /// <summary>A position, for the place itself or for some days of it in a row.</summary>
    private sealed record Stretch(long P, LocalDate? D = null, int? N = null)
    {
        public static List<Stretch> Of(IEnumerable<(LocalDate? Day, long Pos)> place)
        {
            List<Stretch> stretches = [];
            foreach (var (day, pos) in place.OrderBy(p => p.Day ?? LocalDate.MinIsoValue))
            {
                if (day is not null && stretches is [.., { D: { } from, N: { } days, P: var last } stretch] && last == pos && from.PlusDays(days) == day) stretches[^1] = stretch with { N = days + 1 };
                else stretches.Add(new Stretch(pos, day, day is null ? null : 1));
            }

            return stretches;
        }

        public IEnumerable<KeyValuePair<string, long>> Of(string place) =>
            D is not { } from ? [KeyValuePair.Create(place, P)] : Enumerable.Range(0, Math.Clamp(N ?? 1, 1, Audiences.DaysAtMost)).Select(n => KeyValuePair.Create($"{place}/{from.PlusDays(n):uuuu-MM-dd}", P));
    }
}
