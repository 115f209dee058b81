namespace Callout.Kernel;

/// <summary>A file is what its first bytes say, not what its sender calls it.</summary>
internal static class Magic
{
    private static readonly Dictionary<string, Func<ReadOnlySpan<byte>, bool>> Known = new()
    {
        ["image/jpeg"] = head => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        ["image/png"] = head => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ["image/webp"] = head => head.StartsWith("RIFF"u8) && At(head, 8, "WEBP"u8),
        ["image/heic"] = head => At(head, 4, "ftyphei"u8) || At(head, 4, "ftypmif1"u8),
        ["application/pdf"] = head => head.StartsWith("%PDF-"u8),
        ["audio/webm"] = IsWebm,
        ["video/webm"] = IsWebm,
        ["audio/ogg"] = head => head.StartsWith("OggS"u8),
        ["audio/mp4"] = head => At(head, 4, "ftyp"u8),
        ["video/mp4"] = head => At(head, 4, "ftyp"u8),
    };

    public static IReadOnlyCollection<string> MediaTypes => Known.Keys;

    public static void Check(string mediaType, ReadOnlySpan<byte> head)
    {
        Refusal.If(!Known.TryGetValue(mediaType, out var fits), "blob.media-type", $"Only these can be kept: {string.Join(", ", Known.Keys)}.");
        Refusal.If(!fits!(head), "blob.not-what-it-says", $"This file is not {mediaType}.");
    }

    public static string? PictureOf(ReadOnlySpan<byte> head)
    {
        foreach (var (type, fits) in Known)
            if (type.StartsWith("image/", StringComparison.Ordinal) && fits(head)) return type;
        return null;
    }

    private static bool IsWebm(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]);

    private static bool At(ReadOnlySpan<byte> head, int from, ReadOnlySpan<byte> expected) => head.Length >= from + expected.Length && head.Slice(from, expected.Length).SequenceEqual(expected);
}
