using System.Buffers.Text;
using System.Net;

namespace Callout.Messaging;

/// <summary>Lets a technician's browser ring. What the browser gives is sent as it gives it; the same again changes nothing.</summary>
/// <param name="Key">Its public key (p256dh), base64url.</param>
/// <param name="Secret">What seals messages for it alone (auth), base64url.</param>
[Refuses("push.endpoint", "push.key")]
public sealed record SubscribePush(string Endpoint, string Key, string Secret, string? Language = null)
{
    private const int DevicesAtMost = 8, EndpointLength = 2000;

    internal static readonly SubscribePush Example = new(
        "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", "BTBZMqHH6r4Tts7J_aSIgg", "en");

    internal static async Task<PushDevices> Handle(SubscribePush command, Session session, CancellationToken ct)
    {
        var wanted = command.Checked(session);
        var own = await session.Locked<PushSubscription>().Where(s => s.Person == wanted.Person || s.Id == wanted.Id).ToListAsync(ct);
        var known = own.FirstOrDefault(s => s.Id == wanted.Id);
        if (known?.IsSame(wanted) is true) return new(own.Count);
        var others = own.Where(s => s.Id != wanted.Id).OrderBy(s => s.Since).ToList();
        var oldest = others.Take(others.Count + 1 - DevicesAtMost).Select(s => s.Id).ToList();
        await PushSubscription.Drop(s => oldest.Contains(s.Id), session, ct);
        if (known is null) wanted.Keep(session);
        else known.Become(wanted, session);
        return new(Math.Min(others.Count + 1, DevicesAtMost));
    }

    private PushSubscription Checked(Session session)
    {
        var settings = session.Service<MessagingSettings>();
        Refusal.If(Endpoint.Length > EndpointLength || !Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || !OutsideHttp.IsCallable(endpoint, settings.Loopback), "push.endpoint", "Give the https address of the browser's push service.");
        var (key, secret) = (Bytes(Key), Bytes(Secret));
        Refusal.If(!WebPush.IsPoint(key) || secret.Length != WebPush.SecretLength, "push.key", "Give p256dh and auth as the browser says them.");
        var person = session.Principal.Person ?? throw new Forbidden("a person who is signed in");
        return PushSubscription.Of(Endpoint, key, secret, person, session.Technician, Phrases.Nearest(Language), session.Now);
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.TryDecodeFromChars(text, bytes, out var length) ? bytes[..length] : [];
    }
}

/// <param name="Count">So many devices of this technician ring.</param>
public sealed record PushDevices(int Count);
