using NodaTime.Text;

namespace Callout.App.Backups;

/// <param name="Status">ok or degraded.</param>
/// <param name="Backups">Null when none are planned.</param>
internal sealed record HealthPage(string Status, BackupState? Backups);

/// <param name="LastSucceededAt">When the newest finished backup was begun.</param>
/// <param name="LastFailedAt">Null when the last try succeeded.</param>
/// <param name="LastDrilledAt">When a backup in this folder last stood a drill; one that never did counts for little.</param>
internal sealed record BackupState(Instant? LastSucceededAt, Instant? LastFailedAt, Instant? LastDrilledAt, bool Overdue);

/// <summary>How it stands with the backups: 503 when one failed or is overdue, so that whatever watches the server cries out.</summary>
internal sealed class BackupHealth(BackupPlan plan, IClock clock)
{
    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private Instant? failed;

    public Instant? LastSucceeded => Backup.In(plan.To).Select(path => Name.Parse(Path.GetFileName(path)["callout-".Length..])).Where(r => r.Success).Select(r => (Instant?)r.Value).LastOrDefault();

    public static void Map(WebApplication app) =>
        app.MapGet("/api/health", (Delegate)((HttpContext context) => Get(context.RequestServices.GetService<BackupHealth>())))
            .WithTags("health").WithSummary("whether anything needs the operator").WithMetadata(May.Anyone).Produces<HealthPage>().Produces<HealthPage>(503);

    public void Failed(Instant at, Exception error) => failed = at;

    public void Succeeded() => failed = null;

    private static IResult Get(BackupHealth? health)
    {
        var state = health?.State();
        var degraded = state is { Overdue: true } or { LastFailedAt: not null };
        return Results.Json(new HealthPage(degraded ? "degraded" : "ok", state), Wire.Json, statusCode: degraded ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    internal BackupState State()
    {
        var last = LastSucceeded;
        var overdue = last is not null && clock.GetCurrentInstant() > last + plan.Every * 2;
        return new BackupState(last, failed, Drill.In(plan.To).LastOrDefault(d => d.Fault is null)?.At, overdue);
    }
}
