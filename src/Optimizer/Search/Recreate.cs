namespace Callout.Optimizer;

/// <summary>Puts removed jobs back one by one, each where it costs least, in an order drawn anew each time.</summary>
internal sealed class Recreate(Arena arena)
{
    private readonly long[] _keys = new long[arena.JobCount];
    private int _untilBlink = 100;

    /// <summary>Gives up, and says so, once the plan is dearer than <paramref name="limit"/>.</summary>
    public bool Apply(List<int> removed, Cost limit, ref Rng rng)
    {
        var jobs = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(removed);
        Sort(jobs, ref rng);
        var pending = Cost.Zero;
        foreach (var job in jobs) pending += arena.LeftOut[job];
        foreach (var job in jobs)
        {
            arena.PutBest(job, ref _untilBlink, ref rng);
            pending -= arena.LeftOut[job];
            if (arena.Total - pending > limit) return false;
        }
        return true;
    }

    private void Sort(Span<int> jobs, ref Rng rng)
    {
        var keys = _keys.AsSpan(0, jobs.Length);
        var by = rng.Below(17);
        for (var i = 0; i < jobs.Length; i++)
        {
            var stop = arena.FirstStop[jobs[i]];
            keys[i] = by switch
            {
                < 4 => (long)(rng.Next() >> 8),
                < 8 => -arena.LoadOf(stop),
                < 10 => -arena.SecondsFromStart(stop),
                < 11 => arena.SecondsFromStart(stop),
                < 13 => arena.Closes(stop) - (long)arena.Opens(stop),
                < 15 => arena.Opens(stop),
                _ => -(long)arena.Closes(stop),
            };
        }
        keys.Sort(jobs);
    }
}
