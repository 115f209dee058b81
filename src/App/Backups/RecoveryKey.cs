using System.Security.Cryptography;
using System.Text;

namespace Callout.App.Backups;

/// <summary>Opens the keys in a backup, and proves that it was made here. It lies beside the installation and, written down, somewhere else; never in a backup.</summary>
internal sealed class RecoveryKey
{
    public const string Variable = "CALLOUT_RECOVERY_KEY";

    private const int Size = 16, NonceSize = 12, TagSize = 16;

    private readonly byte[] secret;

    private RecoveryKey(byte[] secret) => this.secret = secret;

    /// <summary>As it is written down: eight groups of four.</summary>
    public string Text => string.Join('-', Convert.ToHexString(secret).Chunk(4).Select(group => new string(group)));

    /// <summary>Tells keys apart and gives nothing away.</summary>
    public string Name => Convert.ToHexString(Derived("name"))[..8];

    public static RecoveryKey New() => new(RandomNumberGenerator.GetBytes(Size));

    public static RecoveryKey Parse(string text)
    {
        var digits = new string([.. text.Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        return digits.Length == 2 * Size && digits.All(char.IsAsciiHexDigit)
            ? new RecoveryKey(Convert.FromHexString(digits))
            : throw new Trouble($"This is no recovery key: it has eight groups of four of 0-9 and A-F. Nothing was changed.");
    }

    /// <summary>From the environment, or from the folder where the installation keeps it.</summary>
    public static RecoveryKey? Find(DataFolder folder)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return Parse(given);
        return File.Exists(PathIn(folder)) ? Parse(File.ReadAllText(PathIn(folder))) : null;
    }

    /// <summary>The installation's own, made at the first backup.</summary>
    public static RecoveryKey Of(DataFolder folder)
    {
        if (File.Exists(PathIn(folder))) return Parse(File.ReadAllText(PathIn(folder)));
        var key = New();
        key.Keep(folder);
        return key;
    }

    public static bool IsFile(string path) => Path.GetFileName(path) == "recovery.key";

    public void Keep(DataFolder folder)
    {
        Directory.CreateDirectory(folder.Keys);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using var file = new FileStream(PathIn(folder), options);
        file.Write(Encoding.ASCII.GetBytes(Text));
        file.Flush(flushToDisk: true);
    }

    public byte[] Seal(string name, byte[] plain)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(Derived("keys"), TagSize);
        aes.Encrypt(result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(name));
        return result;
    }

    /// <summary>Null when it was sealed with another key, or under another name.</summary>
    public byte[]? Open(string name, byte[] cipher)
    {
        if (cipher.Length < NonceSize + TagSize) return null;
        var plain = new byte[cipher.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Derived("keys"), TagSize);
        try
        {
            aes.Decrypt(cipher.AsSpan(0, NonceSize), cipher.AsSpan(NonceSize, plain.Length), cipher.AsSpan(NonceSize + plain.Length), plain, Encoding.UTF8.GetBytes(name));
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>What nobody can put under a text who does not hold the key.</summary>
    public string Stamp(byte[] text) => Convert.ToHexStringLower(HMACSHA256.HashData(Derived("stamp"), text));

    private byte[] Derived(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.ASCII.GetBytes($"callout backup {purpose}"));

    private static string PathIn(DataFolder folder) => Path.Combine(folder.Keys, "recovery.key");
}
