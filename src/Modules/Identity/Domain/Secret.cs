using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Callout.Identity;

/// <summary>A random text of 256 bits, of which only the hash is kept: guessing is hopeless, so a plain hash is enough.</summary>
internal sealed record Secret(string Text)
{
    public byte[] Hash => HashOf(Text);

    public static Secret New(string prefix = "") => new(prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
