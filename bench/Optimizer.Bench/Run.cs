using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>One instance solved once, in a process of its own, and judged.</summary>
internal sealed record Run(string Set, Entry Entry, string Solver, ulong Seed, Judged Judged, Summary? Summary)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public double? Gap => Judged.Cost is { } cost && Entry.Best is { } best ? 100 * (cost - best) / best : null;

    public static Run Ours(Options options, string set, Entry entry, ulong seed) => Of(options, set, entry, "callout", seed, solution => entry.Format == "rule" ? ["rule", entry.Name, entry.File, Text(options.Seconds), Text(seed), Text(options.Threads)] :
    [
        "optimize", "--format", entry.Format, entry.File, "--seconds", Text(options.Seconds), "--threads", Text(options.Threads), "--seed", Text(seed),
        .. options.Iterations is { } iterations ? (string[])["--iterations", Text(iterations)] : [], "--out", solution,
    ]);

    public static Run Peer(Options options, string set, Entry entry) =>
        Of(options, set, entry, "or-tools", 0, solution => ["peer", entry.Format, entry.File, Text(options.Seconds), solution]);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Run FromJson(string json) => JsonSerializer.Deserialize<Run>(json, Json)!;

    private static Run Of(Options options, string set, Entry entry, string solver, ulong seed, Func<string, IEnumerable<string>> arguments)
    {
        var solution = Path.GetTempFileName();
        try
        {
            var (answer, complaint) = Child(arguments(solution));
            if (!answer.StartsWith('{')) return new(set, entry, solver, seed, new(null, 0, complaint), null);
            var summary = Summary.FromJson(answer);
            return new(set, entry, solver, seed, entry.Format == "rule" ? Judged.ByOurselves(summary, complaint) : Judged.By(options, entry, solution, complaint), summary);
        }
        finally { File.Delete(solution); }
    }

    private static (string Answer, string Complaint) Child(IEnumerable<string> arguments)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = child.StandardError.ReadToEndAsync();
        var answer = child.StandardOutput.ReadToEnd().Trim();
        child.WaitForExit();
        return (answer, complaint.Result.Trim());
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
