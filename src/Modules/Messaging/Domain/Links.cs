namespace Callout.Messaging;

/// <summary>The address at which a customer follows what a message is about.</summary>
internal static class Links
{
    public static async Task<string> Of(Message message, MessagingSettings settings, KeyRing keys, Reading reading, CancellationToken ct)
    {
        if (message is { Visit: null, Request: { } request }) return Of(request, settings, keys);
        var tracking = message.Visit is { } visit ? await reading.Of<Tracking>().FirstOrDefaultAsync(t => t.Visit == visit && !t.Revoked, ct) : null;
        return tracking is null ? settings.Url : Of(tracking, settings, keys);
    }

    public static string Of(ServiceRequestId request, MessagingSettings settings, KeyRing keys) => $"{settings.Url}/t/{RequestTracking.TokenOf(request, keys)}";

    public static string Of(Tracking tracking, MessagingSettings settings, KeyRing keys) => $"{settings.Url}/t/{tracking.Token(keys)}";
}
