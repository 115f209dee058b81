using System.Globalization;
using System.Text;

namespace Callout.Web.Bench;

/// <summary>Figures beside what was promised of them.</summary>
internal sealed class Report(Options options)
{
    private readonly StringBuilder lines = new();

    public bool AllKept { get; private set; } = true;

    public void Add(string name, double value, string unit, double? atMost = null)
    {
        var kept = atMost is null || value <= atMost;
        AllKept &= kept;
        var promise = atMost is { } most ? $"at most {most.ToString("0.##", CultureInfo.InvariantCulture)} {unit}{(kept ? "" : "  MISSED")}" : "";
        var line = $"{name,-58} {value.ToString("0.##", CultureInfo.InvariantCulture),10} {unit,-6} {promise}".TrimEnd();
        Console.WriteLine(line);
        lines.AppendLine(line);
    }

    /// <summary>Keeps the figures as text, with how busy the machine was: on a busy one they are worse than they need be.</summary>
    public void Write()
    {
        if (options.Out is not { } file) return;
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, $"./do bench web --technicians {options.Technicians} --visits {options.Visits}\n{Environment.ProcessorCount} processors, load at the end {load}\n\n{lines}");
    }
}
