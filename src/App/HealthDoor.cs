using Callout.App.Backups;
using Callout.App.Tls;

namespace Callout.App;

/// <param name="Status">ok or degraded.</param>
/// <param name="Backups">Null when none are planned.</param>
/// <param name="Certificate">Null when TLS is not this server's own.</param>
internal sealed record HealthPage(string Status, BackupState? Backups, CertificateState? Certificate);

/// <param name="Until">Null when there is none yet.</param>
/// <param name="LastFailedAt">When it could not be renewed; null when the last try succeeded.</param>
internal sealed record CertificateState(Instant? Until, Instant? LastFailedAt, bool EndsSoon);

/// <summary>GET /api/health: 503 when something needs the operator, so that whatever watches the server cries out. Whether it takes work is <c>/api/ready</c>.</summary>
internal static class HealthDoor
{
    private static readonly Duration Soon = Duration.FromDays(10);

    public static void Map(WebApplication app) =>
        app.MapGet("/api/health", (Delegate)((HttpContext context) => Get(context.RequestServices)))
            .WithTags("health").WithSummary("whether anything needs the operator").WithMetadata(May.Anyone).Produces<HealthPage>().Produces<HealthPage>(503);

    private static IResult Get(IServiceProvider services)
    {
        var (backups, certificate) = (services.GetService<BackupHealth>()?.State(), Certificate(services));
        var degraded = backups is { Overdue: true } or { LastFailedAt: not null } || certificate is { EndsSoon: true } or { LastFailedAt: not null };
        return Results.Json(new HealthPage(degraded ? "degraded" : "ok", backups, certificate), Wire.Json, statusCode: degraded ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static CertificateState? Certificate(IServiceProvider services)
    {
        if (services.GetService<Certificates>() is not { } certificates) return null;
        var until = certificates.Until;
        return new CertificateState(until, services.GetService<Acme>()?.FailedAt, until is null || until - services.GetRequiredService<IClock>().GetCurrentInstant() < Soon);
    }
}
