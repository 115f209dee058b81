using Callout.App.Backups;

namespace Callout.App;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Backups">Null when nobody said where they go: then none are taken.</param>
internal sealed record Options(string Data, string? Postgres, int Port, string Url, Guid? Id, bool Demo = false, BackupPlan? Backups = null)
{
    /// <summary>Where the connection is read from when it is not on the command line, where every user of the machine could read it.</summary>
    private const string PostgresVariable = "CALLOUT_POSTGRES";

    public static Options Of(IReadOnlyList<string> args)
    {
        var options = new Options("var", Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } connection ? connection : null, 5080, "http://localhost:5080", null);
        var plan = BackupPlan.Usual;
        if (args.Contains("--demo")) (options, args) = (options with { Demo = true, Data = Path.Combine("var", "demo") }, [.. args.Where(a => a != "--demo")]);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new UsageException($"{args[i]} wants a value.");
            (options, plan) = args[i] switch
            {
                "--data" => (options with { Data = value }, plan),
                "--postgres" => (options with { Postgres = value }, plan),
                "--port" when int.TryParse(value, out var port) => (options with { Port = port }, plan),
                "--url" => (options with { Url = value }, plan),
                "--id" when Guid.TryParse(value, out var id) => (options with { Id = id }, plan),
                "--backup-to" => (options, plan with { To = value }),
                "--backup-every" when Span(value) is { } every => (options, plan with { Every = every }),
                "--keep" when int.TryParse(value, out var keep) && keep > 0 => (options, plan with { Keep = keep }),
                _ => throw new UsageException($"{args[i]} {value} is not understood."),
            };
        }

        if (plan.To.Length > 0) return options with { Backups = plan };
        return plan == BackupPlan.Usual ? options : throw new UsageException("Say with --backup-to where the backups go.");
    }

    /// <summary>30m, 24h or 7d.</summary>
    private static Duration? Span(string text) =>
        text.Length > 1 && int.TryParse(text[..^1], out var number) && number > 0
            ? text[^1] switch { 'm' => Duration.FromMinutes(number), 'h' => Duration.FromHours(number), 'd' => Duration.FromDays(number), _ => null }
            : null;
}

internal sealed class UsageException(string message) : Exception(message);
