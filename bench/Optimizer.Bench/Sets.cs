using System.Text.Json;

namespace Callout.Optimizer.Bench;

/// <param name="Best">The best cost known, in the checker's unit; for service days what a peer reached.</param>
/// <param name="Group">Families are also reported apart, e.g. type 1 (short routes) and type 2 (long ones).</param>
internal sealed record Entry(string Format, string File, string Name, double? Best, string Group);

/// <summary>The sets of instances by name.</summary>
internal static class Sets
{
    public static readonly IReadOnlyList<string> Names = ["solomon", "homberger200", "homberger400", "homberger1000", "trsp", "day-50", "day-100", "day-500", "day-5000", "scaling", "rules"];

    /// <summary>Travel seconds of VROOM 2026-01 with every job served (see docs of the instances): day-50 at its fifth effort, day-500 at its first.</summary>
    private static readonly Dictionary<string, double> Days = new() { ["day_50_400"] = 380_255, ["day_500_4000"] = 1_215_296 };

    public static IReadOnlyList<Entry> Of(string set, string folder) => set switch
    {
        "solomon" => Routing(folder, "solomon", "*.txt"),
        "homberger200" => Routing(folder, "homberger", "*_2_*.txt"),
        "homberger400" => Routing(folder, "homberger", "*_4_*.txt"),
        "homberger1000" => Routing(folder, "homberger", "*_10_*.txt"),
        "trsp" => Files(folder, "trsp", "*.txt", "trsp", Known(folder, "trsp"), _ => "all"),
        "scaling" => [.. Routing(folder, "solomon", "R1*4.txt"), .. Routing(folder, "homberger", "R1_10_1.txt"), .. Day(folder, "500_4000"), .. Day(folder, "5000_40000")],
        "rules" => [.. RuleVariants.Names.Select(rule => new Entry("rule", Day(folder, "50_400")[0].File, rule, null, "all"))],
        "day-50" => Day(folder, "50_400"),
        "day-100" => Day(folder, "100_800"),
        "day-500" => Day(folder, "500_4000"),
        "day-5000" => Day(folder, "5000_40000"),
        _ => throw new Callout.Optimize.Unreadable($"There is no set {set}; known are {string.Join(", ", Names)}."),
    };

    private static IReadOnlyList<Entry> Routing(string folder, string family, string pattern) =>
        Files(folder, $"vrptw/{family}", pattern, "vrptw", Known(folder, "vrptw"), name => $"type {name.First(char.IsDigit)}");

    private static IReadOnlyList<Entry> Day(string folder, string size) => Files(folder, "service-days", $"day_{size}.json", "day", Days, _ => "all");

    private static IReadOnlyList<Entry> Files(string folder, string below, string pattern, string format, IReadOnlyDictionary<string, double> best, Func<string, string> group) =>
        [.. Directory.GetFiles(Path.Combine(folder, below), pattern).Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file)
            is var name && best.TryGetValue(name, out var known) ? new Entry(format, file, name, known, group(name)) : new Entry(format, file, name, null, group(name)))];

    private static Dictionary<string, double> Known(string folder, string family) =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Path.Combine(folder, family, "best-known.json")))!;
}
