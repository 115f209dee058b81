using System.Globalization;
using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>The arguments of <c>./do bench optimizer</c>.</summary>
internal sealed record Options
{
    public const string Usage = """
        ./do bench optimizer [--set NAME]... [--seconds S] [--iterations I] [--seeds N] [--threads N] [--parallel P] [--only TEXT] [--peer] [--json] [--resume FILE] [--instances FOLDER]
          --set        solomon, homberger200, homberger400, homberger1000, trsp, day-50, day-100, day-500, day-5000, scaling, rules;
                       insert, slots, repair, explain: questions about a plan of day-500 that took that many seconds; default solomon
          --seconds    for each run; CPU-seconds of its whole process on one thread, seconds by the clock on more; default 10
          --iterations instead of or beside seconds
          --seeds      runs of each instance; default 1
          --threads    of each run; default 1
          --parallel   runs at the same time; default 1
          --only       instances whose name contains this text
          --peer       beside OR-Tools, given the same CPU-seconds on one thread
          --json       one line of JSON for each run
          --resume     runs that FILE holds are not made again, and new ones are added to it: long sets may be broken off
          --instances  where they are; default ../shared/bench
        """;

    public IReadOnlyList<string> Sets { get; private set; } = [];
    public double Seconds { get; private set; } = 10;
    public long? Iterations { get; private set; }
    public int Seeds { get; private set; } = 1;
    public int Threads { get; private set; } = 1;
    public int Parallel { get; private set; } = 1;
    public string Only { get; private set; } = "";
    public bool Peer { get; private set; }
    public bool Json { get; private set; }
    public string? Resume { get; private set; }
    public string Instances { get; private set; } = Path.Combine("..", "shared", "bench");

    public static Options Read(IReadOnlyList<string> args)
    {
        var options = new Options();
        for (var i = 0; i < args.Count; i++) options.Read(args[i], () => ++i < args.Count ? args[i] : throw new Unreadable($"After {args[^1]} something is missing.\n{Usage}"));
        if (options.Sets.Count == 0) options.Sets = ["solomon"];
        if (!Directory.Exists(options.Instances)) throw new Unreadable($"There are no instances in {options.Instances}; --instances says where they are.");
        return options;
    }

    private void Read(string name, Func<string> next)
    {
        switch (name)
        {
            case "--set": Sets = [.. Sets, next()]; break;
            case "--seconds": Seconds = Number(name, next()); break;
            case "--iterations": Iterations = (long)Number(name, next()); break;
            case "--seeds": Seeds = (int)Number(name, next()); break;
            case "--threads": Threads = (int)Number(name, next()); break;
            case "--parallel": Parallel = (int)Number(name, next()); break;
            case "--only": Only = next(); break;
            case "--instances": Instances = next(); break;
            case "--resume": Resume = next(); break;
            case "--peer": Peer = true; break;
            case "--json": Json = true; break;
            default: throw new Unreadable($"{name} is not known.\n{Usage}");
        }
    }

    private static double Number(string name, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e12 ? number : throw new Unreadable($"{name} {text}: a positive number was expected.");
}
