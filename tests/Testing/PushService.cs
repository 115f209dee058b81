using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Callout.Testing;

/// <summary>A push service with one browser behind it, which opens what it is sent as RFC 8291 says, by code of its own.</summary>
public sealed class PushService : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ECDiffieHellman browser = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(16);

    private PushService(WebApplication app) => this.app = app;

    public string Endpoint => $"{app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/push/a-browser";

    public string Key => Base64Url.EncodeToString(PublicKey);

    public string Secret => Base64Url.EncodeToString(secret);

    public ConcurrentQueue<(JsonNode Told, IHeaderDictionary Headers)> Told { get; } = [];

    /// <summary>What it answers from now on.</summary>
    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Created;

    private byte[] PublicKey
    {
        get
        {
            var q = browser.ExportParameters(false).Q;
            return [4, .. q.X!, .. q.Y!];
        }
    }

    public static async Task<PushService> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new PushService(builder.Build());
        service.app.MapPost("/push/a-browser", (Delegate)service.Take);
        await service.app.StartAsync();
        return service;
    }

    /// <summary>Whether the VAPID header is signed by that key for this service, and holds at this moment.</summary>
    public bool IsSignedBy(string publicKey, string authorization, DateTimeOffset now)
    {
        var parts = authorization["vapid ".Length..].Split(", ").ToDictionary(p => p[..1], p => p[2..]);
        var (token, key) = (parts["t"].Split('.'), Base64Url.DecodeFromChars(parts["k"]));
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = key[1..33], Y = key[33..] } });
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token[1]))!;
        var until = DateTimeOffset.FromUnixTimeSeconds((long)claims["exp"]!);
        return parts["k"] == publicKey && ecdsa.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256)
            && (string)claims["aud"]! == new Uri(Endpoint).GetLeftPart(UriPartial.Authority) && until > now && until <= now.AddHours(24);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        browser.Dispose();
    }

    private async Task<IResult> Take(HttpContext context)
    {
        if (Answers != HttpStatusCode.Created) return Results.StatusCode((int)Answers);
        if (context.Request.Headers.ContentEncoding != "aes128gcm" || !context.Request.Headers.ContainsKey("TTL")) return Results.BadRequest();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Told.Enqueue((JsonNode.Parse(Opened(body.ToArray()))!, new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value))));
        return Results.StatusCode((int)HttpStatusCode.Created);
    }

    // RFC 8188: salt 16, record size 4, length of the sender's key 1, the key, then the one record.
    private string Opened(byte[] message)
    {
        var (salt, sender, record) = (message[..16], message[21..(21 + message[20])], message[(21 + message[20])..]);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = sender[1..33], Y = sender[33..] } });
        var ecdh = browser.DeriveRawSecretAgreement(theirs.PublicKey);
        var ikm = HKDF.DeriveKey(HashAlgorithmName.SHA256, ecdh, 32, secret, [.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. PublicKey, .. sender]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 16, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 12, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        var plain = new byte[record.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, record.AsSpan(0, plain.Length), record.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain).TrimEnd('\0')[..^1]; // a 2 ends the last record
    }
}
