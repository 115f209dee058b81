using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Callout.App.Tls;

/// <summary>Gets the server's certificate when there is none, and a new one when a third of its time is left.</summary>
internal sealed class Acme(TlsPlan plan, string data, HttpMessageHandler? outside, Certificates certificates, IHostApplicationLifetime server, IClock clock, ILogger<Acme> log) : Worker("certificate")
{
    private const string Place = "/.well-known/acme-challenge/";

    private static readonly Duration Often = Duration.FromHours(6), Again = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, string> shown = [];
    private readonly SemaphoreSlim round = new(1);
    private Instant next = Instant.MinValue;

    public static (string Certificate, string Key) Files(string data, string host) => (Path.Combine(data, "tls", $"{host}.pem"), Path.Combine(data, "tls", $"{host}.key"));

    /// <summary>Null when the last try succeeded.</summary>
    public Instant? FailedAt { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>What the authority comes to read; null when it is about something else.</summary>
    public string? Answer(PathString path) => path.Value is { } text && text.StartsWith(Place, StringComparison.Ordinal) ? shown.GetValueOrDefault(text[Place.Length..]) : null;

    /// <summary>One try at a time: whoever asks for another waits for this one's outcome.</summary>
    public override async Task<bool> Step(CancellationToken ct)
    {
        await round.WaitAsync(ct);
        try
        {
            await LookAfter(ct);
            return false;
        }
        finally
        {
            round.Release();
        }
    }

    private async Task LookAfter(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // The authority comes to look, so the doors must be open.
        if (now < next || !server.ApplicationStarted.IsCancellationRequested) return;
        next = now + Often;
        if (certificates is { From: { } from, Until: { } until } && until - now > (until - from) / 3) return;
        try
        {
            await Renew(ct);
            (FailedAt, Failure) = (null, null);
        }
        catch (Exception error) when (error is Trouble or HttpRequestException or IOException or CryptographicException or System.Text.Json.JsonException)
        {
            // Authorities count failures; an hour is polite.
            (FailedAt, Failure, next) = (now, error.Message, now + Again);
            log.LogCritical(error, "THERE IS NO NEW CERTIFICATE for {Host}; it is asked for again in an hour. Port 80 of that name must lead here", plan.PublicHost);
        }
    }

    private async Task Renew(CancellationToken ct)
    {
        using var http = new HttpClient(outside ?? new SocketsHttpHandler(), disposeHandler: outside is null) { Timeout = TimeSpan.FromSeconds(30), DefaultRequestHeaders = { { "User-Agent", "Callout" } } };
        using var account = Account();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var chain = await new AcmeClient(http, plan.Directory, account).Certificate(plan.PublicHost!, plan.Email, key, (token, answer) => shown[token] = answer, ct);
        var (certificateFile, keyFile) = Files(data, plan.PublicHost!);
        Keep(keyFile, key.ExportPkcs8PrivateKeyPem());
        Keep(certificateFile, chain);
        shown.Clear();
        log.LogWarning("A new certificate for {Host} is in use", plan.PublicHost);
    }

    private ECDsa Account()
    {
        var file = Path.Combine(data, "tls", $"account-{plan.Directory.Host}.key");
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file)) key.ImportFromPem(File.ReadAllText(file));
        else Keep(file, key.ExportPkcs8PrivateKeyPem());
        return key;
    }

    private static void Keep(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var coming = path + ".coming";
        File.Delete(coming);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite };
        using (var file = new StreamWriter(path: coming, options: options)) file.Write(text);
        File.Move(coming, path, overwrite: true);
    }
}
