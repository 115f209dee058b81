using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Callout.Messaging;

/// <summary>SMS or WhatsApp, handed to a provider as a signed POST (Standard Webhooks). 4xx means "never", anything else that is not 2xx means "not now".</summary>
internal sealed class TextCarrier(MessageChannel channel, Provider? provider, OutsideHttp http, IClock clock) : Carrier
{
    public override MessageChannel Channel => channel;

    public override bool IsSetUp => provider is not null;

    public override async Task<Carried> Carry(Outgoing message, CancellationToken ct)
    {
        if (provider is null) return new Carried.Refused($"No provider for {(channel == MessageChannel.Sms ? "SMS" : "WhatsApp")} is set up.");
        try
        {
            using var answer = await http.Send(Request(message, provider), ct);
            var text = await OutsideHttp.Text(answer, ct);
            if (answer.IsSuccessStatusCode) return new Carried.Taken(Field(text, "id"));
            var reason = Field(text, "reason") ?? $"The provider answered {(int)answer.StatusCode}.";
            return answer.StatusCode is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
                ? new Carried.Refused(reason) : new Carried.Later(reason);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new Carried.Later(error.Message);
        }
    }

    private HttpRequestMessage Request(Outgoing message, Provider to)
    {
        var body = JsonSerializer.Serialize(new { channel = channel == MessageChannel.Sms ? "sms" : "whatsApp", message.To, from = message.FromName, message.Text, message.Language }, Wire.Json);
        var (id, at) = ($"msg_{message.Key:N}", clock.GetCurrentInstant().ToUnixTimeSeconds());
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(to.Secret), Encoding.UTF8.GetBytes($"{id}.{at}.{body}")));
        return new HttpRequestMessage(HttpMethod.Post, to.Url)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "webhook-id", id }, { "webhook-timestamp", $"{at}" }, { "webhook-signature", $"v1,{signature}" } },
        };
    }

    private static string? Field(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var field) ? field.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
