namespace Callout.Optimizer.Bench;

/// <summary>Runs that were made before, one line of JSON each, so that a set that takes hours may be broken off and gone on with.</summary>
internal sealed class Kept
{
    private readonly string? _file;
    private readonly List<Run> _runs = [];
    private readonly System.Threading.Lock _lock = new();

    /// <param name="file">Where they are kept; null keeps nothing. One file for each budget: it does not know how long its runs took.</param>
    public Kept(string? file, string set)
    {
        _file = file;
        if (File.Exists(file)) _runs.AddRange(File.ReadLines(file).Select(Run.FromJson).Where(r => r.Set == set));
    }

    /// <summary>The run that is kept, or else a new one.</summary>
    public Run Once(string solver, Entry entry, ulong seed, Func<Run> make)
    {
        lock (_lock)
            if (_runs.Find(r => r.Solver == solver && r.Entry.Name == entry.Name && r.Seed == seed) is { } known) return known;
        var run = make();
        lock (_lock)
            if (_file is not null) File.AppendAllText(_file, run.ToJson() + "\n");
        return run;
    }
}
