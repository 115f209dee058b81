namespace Callout.Optimizer;

/// <summary>
/// Lets two tours that pass near each other go on as the other one did (2-opt* of Potvin and Rousseau, "An Exchange Heuristic for Routeing Problems
/// with Time Windows", Journal of the Operational Research Society 46, 1995): strings are too short to change what follows on a long tour, and
/// this is judged in one step.
/// </summary>
internal static class TailExchange
{
    private const int Nearest = 16;

    /// <summary>Tries one pair of stops; true if the tours have changed and the plan is dearer by less than <paramref name="most"/>.</summary>
    public static bool Apply(Arena arena, Neighbours near, Cost most, ref Rng rng)
    {
        var stop = rng.Below(arena.FirstStop[arena.JobCount]);
        var around = near.Of(stop);
        if (around.Length < 2) return false;
        var next = around[1 + rng.Below(Math.Min(Nearest, around.Length - 1))];
        var (a, b) = (arena.TourOf[stop], arena.TourOf[next]);
        if (a < 0 || b < 0 || a == b) return false;
        var (i, j) = (arena.SlotOf[stop], arena.SlotOf[next] - 1);
        return arena.TailsDelta(a, i, b, j) is { } delta && new Cost(0, delta) < most && arena.SwapTails(a, i, b, j);
    }
}
