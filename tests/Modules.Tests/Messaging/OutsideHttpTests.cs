using System.Net;
using Callout.Messaging;

namespace Callout.Modules.Tests.Messaging;

public sealed class OutsideHttpTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    public void Only_public_addresses_are_called(string address, bool may) => Assert.Equal(may, OutsideHttp.MayCall(IPAddress.Parse(address), loopback: false));

    [Theory]
    [InlineData("http://example.com/")]
    [InlineData("https://user:word@example.com/")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("https://2130706433/")]
    [InlineData("https://localhost/")]
    public async Task An_address_inside_is_not_reached(string url)
    {
        using var http = new OutsideHttp(new MessagingSettings());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.Send(new HttpRequestMessage(HttpMethod.Post, url), CancellationToken.None));
    }
}
