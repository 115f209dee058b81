namespace Callout.App.Tls;

/// <summary>How this server proves who it is: with a certificate of its own, or with one that it gets and renews by ACME.</summary>
/// <param name="CertificateFile">PEM, the whole chain; null when it is to be got by ACME.</param>
/// <param name="PublicHost">The name under which the server is reached; null when its own certificate may have any.</param>
/// <param name="HttpPort">On which whoever comes without TLS is sent on. For ACME it must be reached from outside as port 80.</param>
/// <param name="Directory">Of the certificate authority.</param>
/// <param name="Email">To which the authority may write; null for nobody.</param>
internal sealed record TlsPlan(string? CertificateFile, string? KeyFile, string? PublicHost, int HttpPort, int HttpsPort, Uri Directory, string? Email)
{
    public static readonly TlsPlan Usual = new(null, null, null, 80, 443, new Uri("https://acme-v02.api.letsencrypt.org/directory"), null);

    public string Url => $"https://{PublicHost ?? "localhost"}{(HttpsPort == 443 ? "" : $":{HttpsPort}")}";

    /// <summary>Null when it is not about TLS. <c>--port</c> is that of HTTP with TLS as without.</summary>
    public TlsPlan? With(string name, string value) => name switch
    {
        "--certificate" => this with { CertificateFile = value },
        "--certificate-key" => this with { KeyFile = value },
        "--public-host" => this with { PublicHost = value },
        "--port" when int.TryParse(value, out var port) => this with { HttpPort = port },
        "--https-port" when int.TryParse(value, out var port) => this with { HttpsPort = port },
        "--acme" when Uri.TryCreate(value, UriKind.Absolute, out var directory) => this with { Directory = directory },
        "--acme-email" => this with { Email = value },
        _ => null,
    };

    /// <summary>Null when nothing of TLS was asked for.</summary>
    public TlsPlan? Checked()
    {
        if (this with { HttpPort = Usual.HttpPort } == Usual) return null;
        if (CertificateFile is null != KeyFile is null) throw new UsageException("--certificate and --certificate-key go together.");
        if (CertificateFile is null && PublicHost is null) throw new UsageException("Say which certificate: --certificate and --certificate-key, or --public-host to get one.");
        if (PublicHost is not null && Uri.CheckHostName(PublicHost) != UriHostNameType.Dns) throw new UsageException($"{PublicHost} is no host name.");
        return this;
    }
}
