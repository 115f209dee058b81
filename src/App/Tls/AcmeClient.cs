using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Callout.App.Tls;

/// <summary>Gets certificates from an authority that speaks ACME (RFC 8555), proving the name by HTTP (http-01).</summary>
/// <param name="account">The account's key, P-256.</param>
internal sealed class AcmeClient(HttpClient http, Uri directory, ECDsa account)
{
    private const int LooksAtMost = 60;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private JsonObject urls = [];
    private string? nonce, accountUrl;

    /// <param name="show">Shown at <c>/.well-known/acme-challenge/TOKEN</c> from now on: token and answer.</param>
    /// <returns>The chain in PEM, the server's own certificate first.</returns>
    public async Task<string> Certificate(string host, string? email, ECDsa key, Action<string, string> show, CancellationToken ct)
    {
        urls = (JsonObject)JsonNode.Parse(await http.GetStringAsync(directory, ct))!;
        var contact = email is null ? new JsonArray() : [$"mailto:{email}"];
        accountUrl = (await Post(Url("newAccount"), new JsonObject { ["termsOfServiceAgreed"] = true, ["contact"] = contact }, ct)).Location;
        var order = await Post(Url("newOrder"), new JsonObject { ["identifiers"] = new JsonArray(new JsonObject { ["type"] = "dns", ["value"] = host }) }, ct);
        foreach (var authorization in order.Body!["authorizations"]!.AsArray()) await Prove(authorization!.GetValue<string>(), show, ct);
        await Post(order.Body["finalize"]!.GetValue<string>(), new JsonObject { ["csr"] = WebEncoders.Base64UrlEncode(Request(host, key)) }, ct);
        var done = await Until(order.Location!, "valid", ct);
        return (await Post(done["certificate"]!.GetValue<string>(), null, ct)).Text;
    }

    private async Task Prove(string authorization, Action<string, string> show, CancellationToken ct)
    {
        var state = (await Post(authorization, null, ct)).Body!;
        if (Status(state) == "valid") return;
        var challenge = state["challenges"]!.AsArray().FirstOrDefault(c => c!["type"]!.GetValue<string>() == "http-01")
            ?? throw new Trouble("The certificate authority offers no proof by HTTP for this name.");
        var token = challenge["token"]!.GetValue<string>();
        show(token, $"{token}.{WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(PublicKey())))}");
        await Post(challenge["url"]!.GetValue<string>(), [], ct);
        await Until(authorization, "valid", ct);
    }

    private async Task<JsonObject> Until(string url, string wanted, CancellationToken ct)
    {
        for (var look = 0; look < LooksAtMost; look++)
        {
            var state = (await Post(url, null, ct)).Body!;
            if (Status(state) == wanted) return state;
            if (Status(state) == "invalid") throw new Trouble($"The certificate authority does not accept it: {Reason(state)}");
            await Task.Delay(BetweenLooks, ct);
        }

        throw new Trouble("The certificate authority does not come to an end; it is asked again later.");
    }

    /// <param name="body">Null to ask for what is at the address.</param>
    private async Task<(JsonObject? Body, string Text, string? Location)> Post(string url, JsonObject? body, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            nonce ??= await Nonce(ct);
            using var content = new StringContent(Signed(url, body), new MediaTypeHeaderValue("application/jose+json"));
            using var answer = await http.PostAsync(url, content, ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            nonce = answer.Headers.TryGetValues("Replay-Nonce", out var next) ? next.First() : null;
            var json = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true ? JsonNode.Parse(text) as JsonObject : null;
            if (answer.IsSuccessStatusCode) return (json, text, answer.Headers.Location?.ToString());
            if (json?["type"]?.GetValue<string>() != "urn:ietf:params:acme:error:badNonce" || attempt == 5)
                throw new Trouble($"The certificate authority refused ({(int)answer.StatusCode}): {json?["detail"]?.GetValue<string>() ?? text}");
        }
    }

    private async Task<string> Nonce(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Url("newNonce"));
        using var answer = await http.SendAsync(request, ct);
        return answer.Headers.GetValues("Replay-Nonce").First();
    }

    private string Signed(string url, JsonObject? body)
    {
        var header = new JsonObject { ["alg"] = "ES256", ["nonce"] = nonce, ["url"] = url };
        if (accountUrl is null) header["jwk"] = JsonNode.Parse(PublicKey());
        else header["kid"] = accountUrl;
        var (head, text) = (Encoded(header.ToJsonString()), body is null ? "" : Encoded(body.ToJsonString()));
        var signature = WebEncoders.Base64UrlEncode(account.SignData(Encoding.ASCII.GetBytes($"{head}.{text}"), HashAlgorithmName.SHA256));
        return JsonSerializer.Serialize(new Dictionary<string, string> { ["protected"] = head, ["payload"] = text, ["signature"] = signature });
    }

    // In this order and without spaces: its hash names the key (RFC 7638).
    private string PublicKey()
    {
        var point = account.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"crv":"P-256","kty":"EC","x":"{{WebEncoders.Base64UrlEncode(point.X!)}}","y":"{{WebEncoders.Base64UrlEncode(point.Y!)}}"}""";
    }

    private static byte[] Request(string host, ECDsa key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSigningRequest();
    }

    private static string Reason(JsonObject state) =>
        (state["challenges"]?.AsArray().Select(c => c!["error"]?["detail"]).FirstOrDefault(d => d is not null) ?? state["error"]?["detail"])?.GetValue<string>() ?? "it does not say why";

    private static string Status(JsonObject state) => state["status"]!.GetValue<string>();

    private string Url(string name) => urls[name]!.GetValue<string>();

    private static string Encoded(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
