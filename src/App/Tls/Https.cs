using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Callout.App.Tls;

/// <summary>The server's own TLS: no proxy is needed before it.</summary>
internal static class Https
{
    /// <param name="outside">Through what the certificate authority is reached; a test trusts its own.</param>
    public static void UseTls(this WebApplicationBuilder builder, TlsPlan plan, string data, HttpMessageHandler? outside = null)
    {
        var (certificate, key) = plan.CertificateFile is { } file ? (file, plan.KeyFile!) : Acme.Files(data, plan.PublicHost!);
        builder.Services.AddSingleton(plan).AddSingleton(s => new Certificates(certificate, key, s.GetRequiredService<ILogger<Certificates>>()));
        if (plan.CertificateFile is null)
            builder.Services.AddSingleton(s => new Acme(plan, data, outside, s.GetRequiredService<Certificates>(), s.GetRequiredService<IHostApplicationLifetime>(), s.GetRequiredService<IClock>(), s.GetRequiredService<ILogger<Acme>>())).AddSingleton<Worker>(s => s.GetRequiredService<Acme>());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            var certificates = kestrel.ApplicationServices.GetRequiredService<Certificates>();
            kestrel.ListenAnyIP(plan.HttpPort);
            kestrel.ListenAnyIP(plan.HttpsPort, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = certificates.Current ?? throw new AuthenticationException("There is no certificate yet."),
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                }),
            }));
        });
    }

    /// <summary>Must come first: nothing else is answered without TLS.</summary>
    public static void UseOnlyTls(this WebApplication app)
    {
        if (app.Services.GetService<TlsPlan>() is not { } plan) return;
        if (plan.CertificateFile is not null) app.Services.GetRequiredService<Certificates>().Check();
        var acme = app.Services.GetService<Acme>();
        app.Use((context, next) =>
        {
            if (context.Request.IsHttps)
            {
                context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
                return next(context);
            }

            return acme?.Answer(context.Request.Path) is { } answer ? context.Response.WriteAsync(answer) : SendOn(context, plan);
        });
    }

    private static Task SendOn(HttpContext context, TlsPlan plan)
    {
        var host = plan.PublicHost ?? context.Request.Host.Host;
        var port = plan.HttpsPort == 443 ? "" : $":{plan.HttpsPort}";
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"https://{host}{port}{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
        return Task.CompletedTask;
    }
}
