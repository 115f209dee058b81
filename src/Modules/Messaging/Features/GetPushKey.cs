using System.Buffers.Text;

namespace Callout.Messaging;

/// <param name="Key">What the browser wants as applicationServerKey, base64url.</param>
public sealed record PushKey(string Key);

/// <summary>By which a browser knows this installation among all that could push to it.</summary>
public sealed record GetPushKey
{
    internal static Task<PushKey> Handle(GetPushKey query, Reading reading, CancellationToken ct) =>
        Task.FromResult(new PushKey(Base64Url.EncodeToString(PushCarrier.PublicKey(reading.Service<KeyRing>()))));
}
