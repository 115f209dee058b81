using System.Security.Cryptography;
using System.Text;

namespace Callout.Kernel;

/// <summary>Seals personal values: one key for each person, wrapped with the installation's key (AES-256-GCM, bound to their place).</summary>
public sealed class KeyRing(byte[] installationKey)
{
    private const int NonceSize = 12, TagSize = 16;

    private static readonly byte[] OrderOfP256 = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    public static KeyRing At(string path)
    {
        if (File.Exists(path)) return new KeyRing(Convert.FromHexString(File.ReadAllText(path).Trim()));
        var key = RandomNumberGenerator.GetBytes(32);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(key)));
            file.Flush(flushToDisk: true);
        }

        return new KeyRing(key);
    }

    /// <summary>A signature that only this installation can give: for links that must not be guessed and need not be kept.</summary>
    public string Sign(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(HMACSHA256.HashData(installationKey, "links"u8), Encoding.UTF8.GetBytes(text)));

    /// <summary>A key pair that only this installation has (P-256): the same on every node and at every start, and in a backup with the key that it follows from.</summary>
    public ECDsa SigningKey(string purpose)
    {
        var under = HMACSHA256.HashData(installationKey, "signing keys"u8);
        for (var turn = 0; ; turn++)
        {
            var secret = HMACSHA256.HashData(under, Encoding.UTF8.GetBytes($"{purpose}/{turn}"));
            if (secret.AsSpan().SequenceCompareTo(OrderOfP256) < 0) return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
        }
    }

    internal (PersonKey Row, byte[] Key) NewKey(Guid person)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        return (new PersonKey { Person = person, Wrapped = Encrypt(installationKey, person, key) }, key);
    }

    internal byte[] Unwrap(PersonKey row) => Decrypt(installationKey, row.Person, row.Wrapped);

    internal static byte[] Seal(byte[] key, Sealed id, string text) => Encrypt(key, id.Value, Encoding.UTF8.GetBytes(text));

    internal static string Open(byte[] key, PersonalValue value) => Encoding.UTF8.GetString(Decrypt(key, value.Id.Value, value.Cipher));

    private static byte[] Encrypt(byte[] key, Guid place, byte[] plain)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), place.ToByteArray());
        return result;
    }

    private static byte[] Decrypt(byte[] key, Guid place, byte[] cipher)
    {
        var plain = new byte[cipher.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(cipher.AsSpan(0, NonceSize), cipher.AsSpan(NonceSize, plain.Length), cipher.AsSpan(NonceSize + plain.Length), plain, place.ToByteArray());
        return plain;
    }
}
