using Callout.Optimize;

namespace Callout.Optimizer.Tests;

/// <summary>The instances beside the repository, where they are there.</summary>
public class KnownInstanceTests
{
    public static readonly string Folder = Beside();

    /// <summary>Skipped, and says so, where the instances are absent.</summary>
    public sealed class WithInstancesAttribute : TheoryAttribute
    {
        public WithInstancesAttribute() => Skip = Directory.Exists(Folder) ? null : "There are no instances beside the repository (../shared/bench).";
    }

    public static TheoryData<string, string, int, int> Sets => new()
    {
        { "vrptw", "vrptw/solomon/*.txt", 56, 100 },
        { "vrptw", "vrptw/homberger/*_2_*.txt", 30, 200 },
        { "vrptw", "vrptw/homberger/*_10_*.txt", 30, 1000 },
        { "trsp", "trsp/*.txt", 29, 100 },
        { "day", "service-days/day_500_4000.json", 1, 4000 },
    };

    [WithInstances, MemberData(nameof(Sets))]
    public void Every_instance_is_read(string format, string pattern, int files, int jobs)
    {
        var folder = Path.Combine(Folder, Path.GetDirectoryName(pattern)!);
        var found = Directory.GetFiles(folder, Path.GetFileName(pattern));
        Assert.Equal(files, found.Length);
        foreach (var file in found) Assert.Equal(jobs, Instance.Read(format, file).Problem.Jobs.Count);
    }

    private static string Beside()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Callout.slnx"))) at = at.Parent;
        return Path.Combine(at?.Parent?.FullName ?? "", "shared", "bench");
    }
}
