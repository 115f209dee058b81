using System.Net;
using System.Net.Sockets;

namespace Callout.Messaging;

/// <summary>The only way by which this module calls an address that somebody wrote down: resolved once, every answer judged, no redirects, little patience, small answers.</summary>
internal sealed class OutsideHttp(MessagingSettings settings) : IDisposable
{
    private const int LongestAnswer = 256 << 10;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(10), PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, settings.Loopback, ct),
    }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LongestAnswer };

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct) =>
        request.RequestUri is { } to && IsCallable(to, loopback: true)
            ? client.SendAsync(request, ct)
            : throw new HttpRequestException("Only https addresses without a name and password in them are called.");

    /// <param name="loopback">Whether this very machine may be meant, then also without TLS.</param>
    public static bool IsCallable(Uri to, bool loopback) => (to.Scheme == Uri.UriSchemeHttps || (loopback && to is { Scheme: "http", IsLoopback: true })) && to.UserInfo.Length == 0;

    public static Task<string> Text(HttpResponseMessage answer, CancellationToken ct) => answer.Content.ReadAsStringAsync(ct);

    public void Dispose() => client.Dispose();

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool loopback, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, ct);
        if (addresses.Length == 0 || !addresses.All(a => MayCall(a, loopback))) throw new HttpRequestException($"{to.Host} lies inside a network that is not called.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Public addresses only; this very machine where the installation says so.</summary>
    internal static bool MayCall(IPAddress address, bool loopback)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return loopback;
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublic(address.GetAddressBytes()) : IsPublicSix(address);
    }

    private static bool IsPublic(byte[] a) => !(
        a[0] is 0 or 10 or 127 or >= 224
        || (a[0] == 100 && a[1] is >= 64 and <= 127) || (a[0] == 169 && a[1] == 254) || (a[0] == 172 && a[1] is >= 16 and <= 31)
        || (a[0] == 192 && a[1] == 168) || (a[0] == 192 && a[1] == 0 && a[2] is 0 or 2) || (a[0] == 198 && a[1] is 18 or 19)
        || (a[0] == 198 && a[1] == 51 && a[2] == 100) || (a[0] == 203 && a[1] == 0 && a[2] == 113));

    // 2000::/3 without what carries an address of the fourth version inside it (6to4, Teredo, documentation); NAT64 lies outside.
    private static bool IsPublicSix(IPAddress address)
    {
        var a = address.GetAddressBytes();
        return (a[0] & 0xE0) == 0x20 && !(a[0] == 0x20 && a[1] == 0x02) && !(a[0] == 0x20 && a[1] == 0x01 && (a[2] == 0 || (a[2] == 0x0D && a[3] == 0xB8)));
    }
}
