using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Callout.Messaging;

/// <summary>Web Push (RFC 8030), sealed for the browser and signed by this installation. 404 and 410 mean that the browser is gone; what else is 4xx means "never".</summary>
internal sealed class PushCarrier(MessagingSettings settings, KeyRing keys, OutsideHttp http, IClock clock) : Carrier
{
    private const string Purpose = "push";

    /// <summary>So long a push service tries to reach a phone that is off; and so long our word who we are holds.</summary>
    private static readonly Duration Waits = Duration.FromHours(12);

    public override MessageChannel Channel => MessageChannel.Push;

    public override bool IsSetUp => true;

    /// <summary>By which browsers know who may push to them (applicationServerKey).</summary>
    public static byte[] PublicKey(KeyRing keys)
    {
        using var key = keys.SigningKey(Purpose);
        return WebPush.Uncompressed(key.ExportParameters(false).Q);
    }

    public override async Task<Carried> Carry(Outgoing message, CancellationToken ct)
    {
        if (message.Push is not { } push) return new Carried.Gone("This device has been signed off.");
        try
        {
            using var answer = await http.Send(Request(push), ct);
            var status = (int)answer.StatusCode;
            if (answer.IsSuccessStatusCode) return new Carried.Taken(null);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return new Carried.Gone("The browser does not take messages any more.");
            var reason = $"The push service answered {status}.";
            return status is >= 400 and < 500 && answer.StatusCode is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests) ? new Carried.Refused(reason) : new Carried.Later(reason);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new Carried.Later(error.Message);
        }
    }

    private HttpRequestMessage Request(Sealing push)
    {
        var endpoint = new Uri(push.To.Endpoint);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(WebPush.Seal(push.Plain, push.To.Key, push.To.Secret)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        using var key = keys.SigningKey(Purpose);
        request.Headers.TryAddWithoutValidation("Authorization", WebPush.Vapid(key, endpoint, Contact, (clock.GetCurrentInstant() + Waits).ToDateTimeOffset()));
        request.Headers.Add("TTL", ((long)Waits.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Urgency", "high");
        request.Headers.Add("Topic", push.Topic);
        return request;
    }

    // Whom a push service writes to when something of ours goes wrong there.
    private string Contact => settings.Smtp is { From: var from } ? $"mailto:{from}" : settings.Url;
}
