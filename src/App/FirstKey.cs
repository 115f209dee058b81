using System.Security.Cryptography;
using System.Text;

namespace Callout.App;

/// <summary>The key that the first start hands out, so that a new installation can be reached at all. Only its hash is kept.</summary>
public sealed class FirstKey(Installation installation)
{
    private const string Prefix = "callout_";

    private byte[]? hash;

    /// <summary>The key itself, once: when it has just been made.</summary>
    public async Task<string?> Open(CancellationToken ct)
    {
        var key = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var mine = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(key)));
        var kept = await installation.Keep("first-key", () => mine, ct);
        hash = Convert.FromHexString(kept);
        return kept == mine ? key : null;
    }

    public ValueTask<Principal?> Authenticate(HttpContext context)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        var mine = hash is not null && sent.StartsWith($"Bearer {Prefix}", StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.ASCII.GetBytes(sent["Bearer ".Length..])), hash);
        return new(mine ? new Principal("key:first", [Role.SuperAdmin], Sight.Everything) : null);
    }
}
