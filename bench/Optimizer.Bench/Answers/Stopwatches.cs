using System.Diagnostics;
using System.Globalization;

namespace Callout.Optimizer.Bench;

/// <summary>How long answers take: by the clock, and in CPU-seconds of this process, which do not grow where others use the machine as well.</summary>
internal sealed class Stopwatches
{
    private readonly List<double> _cpu = [], _clock = [];

    public int Count => _cpu.Count;

    public T Time<T>(Func<T> ask)
    {
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var answer = ask();
        _clock.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        _cpu.Add((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        return answer;
    }

    public void Add(TimeSpan cpu, TimeSpan clock)
    {
        _cpu.Add(cpu.TotalMilliseconds);
        _clock.Add(clock.TotalMilliseconds);
    }

    public static string Head => $"{"",-34}{"answers",9}{"cpu ms 50 %",13}{"99 %",10}{"worst",10}{"clock ms 50 %",15}{"99 %",10}{"worst",10}";

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-34}{Count,9}{At(_cpu, 50),13:F2}{At(_cpu, 99),10:F2}{At(_cpu, 100),10:F2}{At(_clock, 50),15:F2}{At(_clock, 99),10:F2}{At(_clock, 100),10:F2}");

    /// <summary>The value that so many percent do not exceed.</summary>
    private static double At(List<double> all, int percent) => all.Count == 0 ? double.NaN : all.Order().ElementAt(Math.Max(0, (all.Count * percent + 99) / 100 - 1));
}
