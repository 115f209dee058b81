using System.Diagnostics;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Callout.App.Tls;

/// <summary>The certificate in use, read from its files and read again when they change, without a restart.</summary>
internal sealed class Certificates(string certificateFile, string keyFile, ILogger<Certificates> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Stopwatch sinceLook = new();
    private (DateTime Certificate, DateTime Key) seen;
    private SslStreamCertificateContext? current;

    /// <summary>Null before there is one.</summary>
    public SslStreamCertificateContext? Current
    {
        get
        {
            lock (gate)
            {
                if (sinceLook.IsRunning && sinceLook.Elapsed < Pause) return current;
                sinceLook.Restart();
                Look();
                return current;
            }
        }
    }

    public Instant? Until => Current is { } context ? Instant.FromDateTimeUtc(context.TargetCertificate.NotAfter.ToUniversalTime()) : null;

    public Instant? From => Current is { } context ? Instant.FromDateTimeUtc(context.TargetCertificate.NotBefore.ToUniversalTime()) : null;

    /// <summary>Throws when the files hold no certificate with its key: at the start, that is for the operator to hear.</summary>
    public void Check()
    {
        try
        {
            current = Load();
            seen = Written();
        }
        catch (Exception error) when (IsOfTheFiles(error))
        {
            throw new Trouble($"The certificate {certificateFile} with its key {keyFile} cannot be used: {error.Message}", error);
        }
    }

    // While somebody replaces the two files, they may not match for a moment; the old one serves until they do.
    private void Look()
    {
        if (!File.Exists(certificateFile) || !File.Exists(keyFile) || Written() is var written && written == seen) return;
        try
        {
            current = Load();
            seen = written;
        }
        catch (Exception error) when (IsOfTheFiles(error))
        {
            log.LogError(error, "The certificate {File} was changed and cannot be used; the one before it serves on", certificateFile);
        }
    }

    private static bool IsOfTheFiles(Exception error) => error is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;

    private (DateTime Certificate, DateTime Key) Written() => (File.GetLastWriteTimeUtc(certificateFile), File.GetLastWriteTimeUtc(keyFile));

    private SslStreamCertificateContext Load()
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificateFile);
        if (chain.Count == 0) throw new CryptographicException("There is no certificate in it.");
        chain.RemoveAt(0);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPemFile(certificateFile, keyFile), chain, offline: true);
    }
}
