using Callout.App.Backups;
using Callout.App.Tls;

namespace Callout.App;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Tls">Null when it serves on this machine only, without.</param>
/// <param name="Backups">Null when nobody said where they go: then none are taken.</param>
internal sealed record Options(string Data, string? Postgres, int Port, string Url, Guid? Id, bool Demo = false, BackupPlan? Backups = null, TlsPlan? Tls = null)
{
    /// <summary>Where the connection is read from when it is not on the command line, where every user of the machine could read it.</summary>
    private const string PostgresVariable = "CALLOUT_POSTGRES";

    public static Options Of(IReadOnlyList<string> args)
    {
        var options = new Options("var", Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } connection ? connection : null, 5080, "http://localhost:5080", null);
        var (backups, tls) = (BackupPlan.Usual, TlsPlan.Usual);
        if (args.Contains("--demo")) (options, args) = (options with { Demo = true, Data = Path.Combine("var", "demo") }, [.. args.Where(a => a != "--demo")]);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new UsageException($"{args[i]} wants a value.");
            (options, backups, tls) = (options.With(args[i], value), backups.With(args[i], value), tls.With(args[i], value)) switch
            {
                (null, null, null) => throw new UsageException($"{args[i]} {value} is not understood."),
                var (o, b, t) => (o ?? options, b ?? backups, t ?? tls),
            };
        }

        return options with { Backups = backups.Checked(), Tls = tls.Checked() };
    }

    /// <summary>Null when it is not about this.</summary>
    private Options? With(string name, string value) => name switch
    {
        "--data" => this with { Data = value },
        "--postgres" => this with { Postgres = value },
        "--port" when int.TryParse(value, out var port) => this with { Port = port },
        "--url" => this with { Url = value },
        "--id" when Guid.TryParse(value, out var id) => this with { Id = id },
        _ => null,
    };
}

internal sealed class UsageException(string message) : Exception(message);
