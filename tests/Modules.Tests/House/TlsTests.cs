using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Callout.App;
using Callout.App.Backups;
using Callout.App.Tls;
using Callout.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Callout.Modules.Tests;

/// <summary>The server's own TLS, at its real ports; certificates are got from Pebble, the certificate authority that was made for such tests.</summary>
public sealed class TlsTests : IAsyncLifetime
{
    private const string Host = "callout.test";

    private readonly (int Http, int Https) ports = (FreePort(), FreePort());
    private readonly FakeTimeProvider time = new(DateTimeOffset.UtcNow);
    private (string Folder, string? Postgres) place;

    public async Task InitializeAsync() => place = await TestHouse.Nowhere();

    public Task DisposeAsync()
    {
        Directory.Delete(place.Folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Whoever_comes_without_tls_is_sent_on_and_the_cookie_of_a_sign_in_stays_on_this_host()
    {
        var (certificate, key) = Written("own", out _);
        await using var app = await Serve(Plan with { CertificateFile = certificate, KeyFile = key });
        using var http = Client((_, _) => true);

        using var sentOn = await http.GetAsync($"http://{Host}:{ports.Http}/technician/today?x=1");
        Assert.Equal((HttpStatusCode.PermanentRedirect, $"https://{Host}:{ports.Https}/technician/today?x=1"), (sentOn.StatusCode, sentOn.Headers.Location!.ToString()));

        http.DefaultRequestHeaders.Add("X-Callout", "test");
        http.DefaultRequestHeaders.Add("Origin", Url);
        var first = (await app.Services.GetRequiredService<FirstStart>().Open(CancellationToken.None))!;
        (await http.PostAsJsonAsync($"{Url}/api/password/set", new SetPassword(first.Link.Split('/')[^1], "van keys on the hook"), Wire.Json)).EnsureSuccessStatusCode();
        using var signedIn = await http.PostAsJsonAsync($"{Url}/api/session/sign-in", new SignIn(first.Email, "van keys on the hook"), Wire.Json);
        signedIn.EnsureSuccessStatusCode();
        Assert.Equal("max-age=31536000", signedIn.Headers.GetValues("Strict-Transport-Security").Single());
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-callout=", cookie);
        foreach (var word in new[] { "secure", "httponly", "samesite=strict", "path=/" }) Assert.Contains(word, cookie);
        Assert.DoesNotContain("domain=", cookie);
    }

    [Fact]
    public async Task A_certificate_that_was_replaced_is_used_without_a_restart_and_a_broken_one_is_not()
    {
        var (certificate, key) = Written("own", out var first);
        await using var app = await Serve(Plan with { CertificateFile = certificate, KeyFile = key });
        Assert.Equal(first, await Presented());

        await File.WriteAllTextAsync(certificate, "half a file");
        await Task.Delay(1100);
        Assert.Equal(first, await Presented());

        Written("own", out var second);
        await Task.Delay(1100);
        Assert.Equal(second, await Presented());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task What_is_older_than_tls_1_2_is_not_spoken()
    {
        var (certificate, key) = Written("own", out _);
        await using var app = await Serve(Plan with { CertificateFile = certificate, KeyFile = key });

#pragma warning disable SYSLIB0039 // Old versions are what this is about.
        await Assert.ThrowsAnyAsync<Exception>(() => Presented(SslProtocols.Tls11));
#pragma warning restore SYSLIB0039
        Assert.NotEmpty(await Presented(SslProtocols.Tls12));
        Assert.NotEmpty(await Presented(SslProtocols.Tls13));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_told_at_the_start()
    {
        var (certificate, _) = Written("own", out _);
        var (_, another) = Written("another", out _);

        var trouble = await Assert.ThrowsAsync<Trouble>(() => Serve(Plan with { CertificateFile = certificate, KeyFile = another }));

        Assert.Contains("cannot be used", trouble.Message);
    }

    [Fact]
    public async Task A_server_with_a_public_name_gets_its_certificate_and_renews_it_in_time()
    {
        using var authority = await Pebble.Start(ports.Http, place.Folder);
        await using var app = await Serve(Plan with { PublicHost = Host, Directory = authority.Directory }, authority.Handler());
        await Assert.ThrowsAnyAsync<Exception>(() => Presented());

        var acme = app.Services.GetRequiredService<Acme>();
        await acme.Step(CancellationToken.None);

        Assert.Null(acme.Failure);
        var root = await authority.Root();
        using var http = Client((certificate, sent) => IssuedBy(root, certificate, sent));
        Assert.Equal("ready", await http.GetStringAsync($"{Url}/api/ready"));
        Assert.NotNull((await http.GetFromJsonAsync<HealthPage>($"{Url}/api/health", Wire.Json))!.Certificate!.Until);
        var first = await Presented();
        time.Advance(TimeSpan.FromDays(1));
        await acme.Step(CancellationToken.None);
        Assert.Equal(first, await Presented());

        var certificates = app.Services.GetRequiredService<Certificates>();
        time.Advance((certificates.Until! - certificates.From!).Value.ToTimeSpan() * 0.7);
        await acme.Step(CancellationToken.None);
        await Task.Delay(1100);
        Assert.Null(acme.Failure);
        Assert.NotEqual(first, await Presented());
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_gets_no_certificate_and_that_is_told()
    {
        using var authority = await Pebble.Start(FreePort(), place.Folder);
        await using var app = await Serve(Plan with { PublicHost = Host, Directory = authority.Directory }, authority.Handler());

        await app.Services.GetRequiredService<Acme>().Step(CancellationToken.None);

        Assert.NotNull(app.Services.GetRequiredService<Acme>().FailedAt);
        Assert.Contains("connection refused", app.Services.GetRequiredService<Acme>().Failure);
        Assert.False(File.Exists(Acme.Files(place.Folder, Host).Certificate));
    }

    private TlsPlan Plan => TlsPlan.Usual with { HttpPort = ports.Http, HttpsPort = ports.Https };

    private string Url => $"https://{Host}:{ports.Https}";

    private async Task<WebApplication> Serve(TlsPlan plan, HttpMessageHandler? outside = null)
    {
        var app = Server.Build(place.Folder, place.Postgres, App.Modules.All, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.UseTls(plan, place.Folder, outside);
        });
        await app.Open(CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    /// <summary>Every name leads to this machine.</summary>
    private static HttpClient Client(Func<X509Certificate2, X509Chain, bool> accept) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, sent, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && accept((X509Certificate2)certificate!, sent!) },
    });

    /// <summary>The thumbprint of what the server shows.</summary>
    private async Task<string> Presented(SslProtocols protocols = SslProtocols.None)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, ports.Https);
        await using var tls = new SslStream(client.GetStream(), false, (_, _, _, _) => true);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = Host, EnabledSslProtocols = protocols });
        return ((X509Certificate2)tls.RemoteCertificate!).Thumbprint;
    }

    /// <summary>With no more than what the server itself sent along.</summary>
    private static bool IssuedBy(X509Certificate2 root, X509Certificate2 certificate, X509Chain sent)
    {
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return certificate.MatchesHostname(Host) && chain.Build(certificate);
    }

    private (string Certificate, string Key) Written(string name, out string thumbprint)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = SelfSigned(Host, key);
        thumbprint = certificate.Thumbprint;
        var (certificateFile, keyFile) = (Path.Combine(place.Folder, $"{name}.pem"), Path.Combine(place.Folder, $"{name}.key"));
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        return (certificateFile, keyFile);
    }

    private static X509Certificate2 SelfSigned(string host, ECDsa key)
    {
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A certificate authority and a name server of its own, both on loopback.</summary>
    private sealed class Pebble : IDisposable
    {
        private readonly Process names, authority;
        private readonly int management;

        private Pebble(Process names, Process authority, int port, int management) =>
            (this.names, this.authority, this.management, Directory) = (names, authority, management, new Uri($"https://localhost:{port}/dir"));

        public Uri Directory { get; }

        public HttpMessageHandler Handler() => new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };

        public static async Task<Pebble> Start(int httpPort, string folder)
        {
            var (dns, port, management, challenges) = (FreePort(), FreePort(), FreePort(), FreePort());
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = SelfSigned("localhost", key);
            File.WriteAllText(Path.Combine(folder, "pebble.key"), key.ExportECPrivateKeyPem());
            File.WriteAllText(Path.Combine(folder, "pebble.pem"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(folder, "pebble.json"), JsonSerializer.Serialize(new
            {
                pebble = new
                {
                    listenAddress = $"127.0.0.1:{port}", managementListenAddress = $"127.0.0.1:{management}",
                    certificate = Path.Combine(folder, "pebble.pem"), privateKey = Path.Combine(folder, "pebble.key"), httpPort, tlsPort = 1,
                },
            }));
            var names = Run("pebble-challtestsrv", "-defaultIPv6", "", "-defaultIPv4", "127.0.0.1", "-dns01", $"127.0.0.1:{dns}", "-http01", "", "-https01", "", "-tlsalpn01", "", "-management", $"127.0.0.1:{challenges}");
            var pebble = new Pebble(names, Run("pebble", "-config", Path.Combine(folder, "pebble.json"), "-dnsserver", $"127.0.0.1:{dns}"), port, management);
            using var http = new HttpClient(pebble.Handler());
            for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(50))
            {
                try
                {
                    await http.GetStringAsync(pebble.Directory);
                    return pebble;
                }
                catch (HttpRequestException) when (!pebble.authority.HasExited)
                {
                }
            }

            pebble.Dispose();
            throw new TimeoutException("Pebble does not answer.");
        }

        public async Task<X509Certificate2> Root()
        {
            using var http = new HttpClient(Handler());
            return X509Certificate2.CreateFromPem(await http.GetStringAsync($"https://localhost:{management}/roots/0"));
        }

        public void Dispose()
        {
            foreach (var process in new[] { authority, names })
            {
                if (!process.HasExited) process.Kill();
                process.Dispose();
            }
        }

        private static Process Run(string program, params string[] arguments)
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PEBBLE_VA_NOSLEEP"] = "1", ["PEBBLE_WFE_NONCEREJECT"] = "10" } };
            try
            {
                var process = Process.Start(start)!;
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                return process;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                throw new InvalidOperationException("Pebble is needed: sudo apt-get install pebble");
            }
        }
    }
}
