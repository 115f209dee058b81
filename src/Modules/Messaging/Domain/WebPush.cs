using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Callout.Messaging;

/// <summary>Seals a message for one browser (RFC 8291 over RFC 8188, aes128gcm) and says who sends it (RFC 8292, VAPID).</summary>
internal static class WebPush
{
    /// <summary>Of the plain message; with what is added it stays under the 4,096 that push services take.</summary>
    public const int LengthAtMost = 3993;

    /// <summary>What a browser shares with us alone.</summary>
    public const int SecretLength = 16;

    private const int PointLength = 65, SaltLength = 16, TagLength = 16, RecordSize = 4096;

    /// <param name="key">The browser's public key, uncompressed (p256dh).</param>
    /// <param name="secret">What it shares with us alone (auth).</param>
    public static byte[] Seal(byte[] plain, byte[] key, byte[] secret)
    {
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(plain, key, secret, ours, RandomNumberGenerator.GetBytes(SaltLength));
    }

    internal static byte[] Seal(byte[] plain, byte[] key, byte[] secret, ECDiffieHellman ours, byte[] salt)
    {
        if (plain.Length > LengthAtMost) throw new ArgumentException($"A push holds at most {LengthAtMost} bytes.", nameof(plain));
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = Point(key) });
        var sender = Uncompressed(ours.ExportParameters(false).Q);
        var shared = HKDF.Extract(HashAlgorithmName.SHA256, ours.DeriveRawSecretAgreement(theirs.PublicKey), secret);
        var seed = HKDF.Expand(HashAlgorithmName.SHA256, shared, 32, [.. "WebPush: info\0"u8, .. key, .. sender]);
        var keys = HKDF.Extract(HashAlgorithmName.SHA256, seed, salt);
        var (cipher, nonce) = (HKDF.Expand(HashAlgorithmName.SHA256, keys, 16, [.. "Content-Encoding: aes128gcm\0"u8]), HKDF.Expand(HashAlgorithmName.SHA256, keys, 12, [.. "Content-Encoding: nonce\0"u8]));

        // One record, the last: its padding begins, and here ends, with a 2.
        byte[] padded = [.. plain, 2];
        var sealedText = new byte[padded.Length + TagLength];
        using var gcm = new AesGcm(cipher, TagLength);
        gcm.Encrypt(nonce, padded, sealedText.AsSpan(0, padded.Length), sealedText.AsSpan(padded.Length));
        return [.. salt, 0, 0, RecordSize >> 8, RecordSize & 255, PointLength, .. sender, .. sealedText];
    }

    /// <summary>The Authorization header towards one push service, by its origin; it holds until <paramref name="until"/>, at most a day.</summary>
    public static string Vapid(ECDsa installation, Uri endpoint, string contact, DateTimeOffset until)
    {
        var token = $"{Text("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Text(JsonSerializer.SerializeToUtf8Bytes(new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = until.ToUnixTimeSeconds(), sub = contact }))}";
        var signature = installation.SignData(Encoding.ASCII.GetBytes(token), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={token}.{Text(signature)}, k={Text(Uncompressed(installation.ExportParameters(false).Q))}";
    }

    /// <summary>A public key as browsers give it: an uncompressed point that lies on the curve.</summary>
    public static bool IsPoint(byte[] key)
    {
        if (key.Length != PointLength || key[0] != 4) return false;
        try
        {
            using var _ = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = Point(key) });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);

    private static ECPoint Point(byte[] key) => key is [4, ..] && key.Length == PointLength
        ? new ECPoint { X = key[1..33], Y = key[33..] } : throw new ArgumentException("A browser's key is an uncompressed point of P-256.", nameof(key));

    internal static byte[] Uncompressed(ECPoint point) => [4, .. point.X!, .. point.Y!];
}
