using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Callout.Identity;

/// <summary>The six figures of an authenticator app (RFC 6238: SHA-1, steps of 30 seconds).</summary>
internal static class Totp
{
    public const int KeySize = 20;

    private const int Period = 30, Figures = 1_000_000;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(Instant at) => at.ToUnixTimeSeconds() / Period;

    [SuppressMessage("Security", "CA5350", Justification = "The algorithm that authenticator apps share.")]
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8], hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % Figures).ToString("000000");
    }

    /// <summary>The step whose code this is, one to either side of now; null when it is none, or not after the last one used.</summary>
    public static long? Match(byte[] key, string code, Instant now, long lastUsed)
    {
        var given = Encoding.UTF8.GetBytes(code);
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Code(key, step))) && step > lastUsed) return step;
        return null;
    }

    /// <summary>For the app's picture: otpauth://…</summary>
    public static string Uri(string key, string issuer, string name) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(name)}?secret={key}&issuer={System.Uri.EscapeDataString(issuer)}";

    public static string Write(byte[] key) =>
        string.Concat(Enumerable.Range(0, key.Length * 8 / 5).Select(i => Base32[Enumerable.Range(i * 5, 5).Aggregate(0, (bits, b) => (bits << 1) | ((key[b / 8] >> (7 - (b % 8))) & 1))]));

    public static byte[] Read(string text) =>
        [.. Enumerable.Range(0, text.Length * 5 / 8).Select(i => (byte)Enumerable.Range(i * 8, 8).Aggregate(0, (bits, b) => (bits << 1) | ((Base32.IndexOf(text[b / 5]) >> (4 - (b % 5))) & 1)))];
}
