using System.Diagnostics;
using System.Text.Json;
using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>What a run cost and what it reached; the verb prints it as JSON, the bench reads it again.</summary>
public sealed record Summary
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public required string Instance { get; init; }
    public required int Jobs { get; init; }
    public required int Unserved { get; init; }
    public required int Tours { get; init; }

    /// <summary>The levels of the objective, and every measure that is not zero, in the problem's units.</summary>
    public required IReadOnlyList<Int128> Levels { get; init; }
    public required IReadOnlyDictionary<string, Int128> Measures { get; init; }

    public required ulong Seed { get; init; }
    public required int Threads { get; init; }
    public long Iterations { get; init; }
    public double IterationsPerSecond { get; init; }
    public double CpuSeconds { get; init; }
    public double WallSeconds { get; init; }
    public double PeakMegabytes { get; init; }

    public static Summary Of(string file, Problem problem, Plan plan, ulong seed, int threads)
    {
        var score = Score.Of(problem, plan);
        using var process = Process.GetCurrentProcess();
        return new()
        {
            Instance = Path.GetFileNameWithoutExtension(file),
            Jobs = problem.Jobs.Count,
            Unserved = plan.Unassigned.Count,
            Tours = plan.Routes.Count,
            Levels = score.Levels,
            Measures = Enum.GetValues<Measure>().Where(m => score.Total[m] != 0).ToDictionary(m => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{m}"), m => score.Total[m]),
            Seed = seed,
            Threads = threads,
            CpuSeconds = Math.Round(Environment.CpuUsage.TotalTime.TotalSeconds, 2),
            WallSeconds = Math.Round((DateTime.Now - process.StartTime).TotalSeconds, 2),
            PeakMegabytes = Math.Round(process.PeakWorkingSet64 / 1048576.0, 1),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Summary FromJson(string json) => JsonSerializer.Deserialize<Summary>(json, Json)!;
}
