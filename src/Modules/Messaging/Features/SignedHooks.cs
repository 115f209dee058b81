using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Callout.Messaging;

/// <summary>Hears only who signs as Standard Webhooks do: an id, a time not far from ours, and the HMAC of both with the body.</summary>
internal sealed class SignedHooks(MessagingSettings settings, IClock clock)
{
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    public async Task<byte[]> Read(HttpContext context, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, ct);
        return IsOurs(context.Request.Headers, body.ToArray()) ? body.ToArray() : throw new Unauthenticated();
    }

    private bool IsOurs(IHeaderDictionary headers, byte[] body)
    {
        if (settings.InboundSecret is not { Length: > 0 } secret) return false;
        var (id, at) = (headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString());
        if (!long.TryParse(at, CultureInfo.InvariantCulture, out var seconds) || seconds is < 0 or > 100_000_000_000) return false;
        var apart = clock.GetCurrentInstant() - Instant.FromUnixTimeSeconds(seconds);
        if (Duration.Max(apart, -apart) > Tolerance) return false;
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. body]);
        return headers["webhook-signature"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(given => given.StartsWith("v1,", StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given[3..]), Encoding.ASCII.GetBytes(Convert.ToBase64String(expected))));
    }
}
