using System.Globalization;

namespace Callout.Optimize;

/// <summary>The arguments of <c>callout optimize</c>.</summary>
internal sealed record OptimizeOptions
{
    public const string Usage = """
        callout optimize --format vrptw|trsp|day FILE --seconds S [--cpu] [--threads N] [--seed K] [--iterations I] [--start SOLUTION] --out SOLUTION.json
          --format      how FILE is written
          --seconds     how long to think: CPU-seconds of the whole process on one thread, seconds by the clock on more
          --cpu         CPU-seconds in any case
          --iterations  how often to take jobs out and put them back; instead of or beside seconds
          --threads     1 to 256; default 1
          --seed        the same seed, threads and iterations give the same plan; default 1
          --start       a solution to begin with
          --out         where the solution goes; Ctrl-C writes the best so far
        """;

    public string Format { get; private set; } = "";
    public string File { get; private set; } = "";
    public double Seconds { get; private set; } = double.PositiveInfinity;
    public long Iterations { get; private set; } = long.MaxValue;
    public bool Cpu { get; private set; }
    public int Threads { get; private set; } = 1;
    public ulong Seed { get; private set; } = 1;
    public string? Start { get; private set; }
    public string Out { get; private set; } = "";

    public bool CountsCpu => Cpu || Threads == 1;

    public static OptimizeOptions Read(IReadOnlyList<string> args)
    {
        var options = new OptimizeOptions();
        for (var i = 0; i < args.Count; i++) options.Read(args[i], () => ++i < args.Count ? args[i] : throw Wrong($"After {args[^1]} something is missing."));
        if (!Instance.Formats.Contains(options.Format)) throw Wrong($"--format is one of {string.Join(", ", Instance.Formats)}.");
        if (options.File == "") throw Wrong("Which file?");
        if (options.Out == "") throw Wrong("--out says where the solution goes.");
        if (double.IsPositiveInfinity(options.Seconds) && options.Iterations == long.MaxValue) throw Wrong("--seconds says how long to think.");
        return options;
    }

    private void Read(string name, Func<string> next)
    {
        switch (name)
        {
            case "--format": Format = next(); break;
            case "--seconds": Seconds = Number<double>(name, next(), 0, 1e9); break;
            case "--iterations": Iterations = Number<long>(name, next(), 0, long.MaxValue - 1); break;
            case "--threads": Threads = Number<int>(name, next(), 1, 256); break;
            case "--seed": Seed = Number<ulong>(name, next(), 0, ulong.MaxValue); break;
            case "--start": Start = next(); break;
            case "--out": Out = next(); break;
            case "--cpu": Cpu = true; break;
            default: File = name.StartsWith('-') ? throw Wrong($"{name} is not known.") : File == "" ? name : throw Wrong($"One file, not {File} and {name}."); break;
        }
    }

    private static T Number<T>(string name, string text, T least, T most) where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Wrong($"{name} is a number from {least} to {most}, not {text}.");

    private static Unreadable Wrong(string what) => new($"{what}\n{Usage}");
}
