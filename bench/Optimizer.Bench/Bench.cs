namespace Callout.Optimizer.Bench;

/// <summary>Runs sets of instances, prints what comes out and keeps it under bench/results.</summary>
internal static class Bench
{
    public static int Run(Options options)
    {
        var failed = false;
        AnswersBench? answers = null;
        foreach (var set in options.Sets)
        {
            if (AnswersBench.Names.Contains(set))
            {
                answers ??= new AnswersBench(options);
                var told = answers.Report(set);
                Console.Write(told);
                Write($"{set}.txt", told);
                failed |= !answers.Holds;
                continue;
            }
            var runs = Runs(options, set);
            var report = new Report(set, options, runs).ToString();
            if (!options.Json) Console.Write(report);
            Keep(options, set, report);
            failed |= runs.Any(r => r.Solver == "callout" && r.Judged.Wrong is not null);
        }
        return failed ? 1 : 0;
    }

    /// <summary>The whole set with one seed before any of it with the next, so that what is broken off says something about the whole.</summary>
    private static IReadOnlyList<Run> Runs(Options options, string set)
    {
        var entries = Sets.Of(set, options.Instances).Where(e => e.Name.Contains(options.Only, StringComparison.OrdinalIgnoreCase)).ToArray();
        var kept = new Kept(options.Resume, set);
        Func<Run>[] all =
        [
            .. from seed in Enumerable.Range(1, options.Seeds) from entry in entries select (Func<Run>)(() => kept.Once("callout", entry, (ulong)seed, () => Said(options, Optimizer.Bench.Run.Ours(options, set, entry, (ulong)seed)))),
            .. from entry in entries where options.Peer select (Func<Run>)(() => kept.Once("or-tools", entry, 0, () => Said(options, Optimizer.Bench.Run.Peer(options, set, entry)))),
        ];
        var runs = new Run[all.Length];
        Parallel.For(0, all.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, i => runs[i] = all[i]());
        return runs;
    }

    private static Run Said(Options options, Run run)
    {
        if (options.Json) Console.WriteLine(run.ToJson());
        else Console.Error.WriteLine($"{run.Solver} {run.Entry.Name} seed {run.Seed}: {run.Judged.Wrong ?? $"{run.Judged.Cost} ({run.Gap:F2} %)"}");
        return run;
    }

    /// <summary>One file for each set and budget; how it was before is in the repository's history.</summary>
    private static void Keep(Options options, string set, string report)
    {
        if (options.Only.Length > 0) return;
        var budget = options.Iterations is { } iterations ? $"{iterations}i" : $"{options.Seconds}s";
        Write($"{set}-{budget}{(options.Threads > 1 ? $"-{options.Threads}t" : "")}.txt", report);
    }

    private static void Write(string name, string report) => File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine("bench", "results")).FullName, name), report);
}
