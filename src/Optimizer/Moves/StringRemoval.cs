namespace Callout.Optimizer;

/// <summary>
/// Takes out strings of neighbouring stops from a few tours that lie near each other (adjacent string removal of Christiaens and
/// Vanden Berghe, "Slack Induction by String Removals", Transportation Science 54, 2020), sometimes leaving some stops in their middle.
/// </summary>
internal sealed class StringRemoval(int averageRemoved, int longest) : IRemoval
{
    private readonly List<int> _ruined = [];

    public void Apply(Arena arena, Neighbours near, List<int> removed, ref Rng rng)
    {
        var placed = arena.JobCount - arena.AbsentCount;
        if (placed == 0) return;
        var mean = Math.Max(1, placed / Math.Max(1, arena.UsedTours));
        var most = Math.Min(longest, mean);
        var strings = 1 + rng.Below(Math.Max(1, 64 * 4 * averageRemoved / (1 + most) - 64)) / 64;
        _ruined.Clear();
        var seed = rng.Below(arena.FirstStop[arena.JobCount]);
        foreach (var stop in near.Of(seed))
        {
            if (_ruined.Count >= strings) break;
            var tour = arena.TourOf[stop];
            if (tour < 0 || _ruined.Contains(tour)) continue;
            _ruined.Add(tour);
            RemoveString(arena, tour, stop, 1 + rng.Below(Math.Min(most, arena.TourSize(tour))), removed, ref rng);
        }
    }

    private static void RemoveString(Arena arena, int tour, int around, int length, List<int> removed, ref Rng rng)
    {
        var size = arena.TourSize(tour);
        var spared = 0;
        if (length > 1 && length < size && rng.Chance(512))
        {
            spared = 1;
            while (length + spared < size && !rng.Chance(10)) spared++;
        }
        var span = length + spared;
        var slot = arena.SlotOf[around];
        var first = Math.Max(1, slot - span + 1);
        var last = Math.Min(slot, size - span + 1);
        var start = first + rng.Below(last - first + 1);
        if (spared == 0) arena.Remove(tour, start, span, removed);
        else
        {
            var gap = 1 + rng.Below(length - 1);
            arena.Remove(tour, start + gap + spared, length - gap, removed);
            arena.Remove(tour, start, gap, removed);
        }
    }
}
