namespace Callout.App;

/// <summary>What was asked for on the command line.</summary>
internal sealed record Options(string Data, string? Postgres, int Port, string Url, Guid? Id, bool Demo = false)
{
    public static Options Of(IReadOnlyList<string> args)
    {
        var options = new Options("var", null, 5080, "http://localhost:5080", null);
        if (args.Contains("--demo")) (options, args) = (options with { Demo = true }, [.. args.Where(a => a != "--demo")]);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new UsageException($"{args[i]} wants a value.");
            options = args[i] switch
            {
                "--data" => options with { Data = value },
                "--postgres" => options with { Postgres = value },
                "--port" when int.TryParse(value, out var port) => options with { Port = port },
                "--url" => options with { Url = value },
                "--id" when Guid.TryParse(value, out var id) => options with { Id = id },
                _ => throw new UsageException($"{args[i]} {value} is not understood."),
            };
        }

        return options;
    }
}

internal sealed class UsageException(string message) : Exception(message);
