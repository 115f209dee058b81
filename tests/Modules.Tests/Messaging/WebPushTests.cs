using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Callout.Kernel;
using Callout.Messaging;

namespace Callout.Modules.Tests.Messaging;

public sealed class WebPushTests
{
    /// <summary>RFC 8291, section 5 and appendix A.</summary>
    [Fact]
    public void A_message_is_sealed_as_the_standard_shows()
    {
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw") });
        var sealedText = WebPush.Seal(
            Encoding.UTF8.GetBytes("When I grow up, I want to be a watermelon"),
            Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), Bytes("BTBZMqHH6r4Tts7J_aSIgg"), sender, Bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(sealedText));
    }

    /// <summary>RFC 8292, section 2.4: a signature differs each time, so its claims are compared and both signatures are checked.</summary>
    [Fact]
    public void Whoever_sends_is_named_as_the_standard_shows()
    {
        const string claims = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0";
        const string theirs = $"vapid t={claims}.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
        using var key = new KeyRing(new byte[32]).SigningKey("push");
        var ours = WebPush.Vapid(key, new Uri("https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"), "mailto:push@example.com", DateTimeOffset.FromUnixTimeSeconds(1453523768));
        Assert.StartsWith($"vapid t={claims}.", ours, StringComparison.Ordinal);
        Assert.True(IsSigned(theirs));
        Assert.True(IsSigned(ours));
        Assert.False(IsSigned(ours.Replace("k=B", "k=B", StringComparison.Ordinal).Replace(claims, claims[..^1] + "a", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_installation_signs_with_the_same_key_for_ever_and_another_with_another()
    {
        using ECDsa one = new KeyRing(new byte[32]).SigningKey("push"), again = new KeyRing(new byte[32]).SigningKey("push"), other = new KeyRing([1, .. new byte[31]]).SigningKey("push"), elsewhere = new KeyRing(new byte[32]).SigningKey("webhooks");
        var publicKey = one.ExportSubjectPublicKeyInfo();
        Assert.Equal(publicKey, again.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(publicKey, other.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(publicKey, elsewhere.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void What_is_no_key_of_a_browser_is_none_and_what_is_too_long_is_not_sent()
    {
        Assert.True(WebPush.IsPoint(Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")));
        Assert.False(WebPush.IsPoint([4, .. new byte[63], 1]));
        Assert.False(WebPush.IsPoint([]));
        Assert.Throws<ArgumentException>(() => WebPush.Seal(new byte[WebPush.LengthAtMost + 1], Bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"), new byte[16]));
    }

    private static bool IsSigned(string header)
    {
        var (token, key) = (header["vapid t=".Length..].Split(", k=")[0], Bytes(header.Split(", k=")[1]));
        using var ecdsa = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = key[1..33], Y = key[33..] } });
        var at = token.LastIndexOf('.');
        return ecdsa.VerifyData(Encoding.ASCII.GetBytes(token[..at]), Bytes(token[(at + 1)..]), HashAlgorithmName.SHA256);
    }

    private static byte[] Bytes(string base64Url) => Base64Url.DecodeFromChars(base64Url);
}
