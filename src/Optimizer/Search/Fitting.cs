namespace Callout.Optimizer;

/// <summary>A place for one stop: on which tour, before which of its stops, with a warehouse visited on the way if need be, and what it costs.</summary>
/// <param name="Slot">The position that the stop takes, from 0.</param>
/// <param name="Warehouse">The stop number of the warehouse to visit first, -1 for none.</param>
/// <param name="WarehouseSlot">The position that the warehouse takes, at most <paramref name="Slot"/>; the stop then moves one on.</param>
internal readonly record struct Fit(int Tour, int Slot, int Warehouse, int WarehouseSlot, Cost Delta, int Start, int End)
{
    public static readonly Fit None = new(-1, 0, -1, 0, Cost.Infinite, 0, 0);
    public bool Found => Tour >= 0;

    public int[] Apply(ReadOnlySpan<int> stops, int stop)
    {
        var list = new List<int>(stops.Length + 2);
        list.AddRange(stops);
        list.Insert(Slot, stop);
        if (Warehouse >= 0) list.Insert(WarehouseSlot, Warehouse);
        return [.. list];
    }
}

/// <summary>Tries a stop at every place of a tour, whatever rules it and the tour have.</summary>
internal sealed class Fitting(Model model, ITours tours, Timing timing)
{
    private int[] _stops = new int[16];

    /// <summary>What kept the stop off the tour last tried: the rule met at the place that came furthest.</summary>
    public Rule Obstacle { get; private set; }

    public Fit Best(int stop, int tour)
    {
        Obstacle = model.Obstacle(stop, tour);
        if (Obstacle != Rule.None) return Fit.None;
        var old = tours.StopsOf(tour);
        if (_stops.Length < old.Length + 2) _stops = new int[old.Length * 2 + 2];
        old.CopyTo(_stops.AsSpan(1));
        if (timing.WithParts) tours.Stock(tour, timing);
        var best = Fit.None;
        var partsShort = false;
        for (var slot = 0; slot <= old.Length; slot++)
        {
            _stops[slot] = stop;
            if (slot > 0) _stops[slot - 1] = old[slot - 1];
            if (timing.Run(tour, _stops.AsSpan(0, old.Length + 1))) Keep(new Fit(tour, slot, -1, 0, timing.Cost - tours.CostOf(tour), timing.Start[slot], timing.End[slot]), ref best);
            else
            {
                Obstacle = Worse(Obstacle, timing.Broken);
                partsShort |= timing.Broken is Rule.Part or Rule.Tool;
            }
        }
        if (partsShort) WithWarehouse(stop, tour, ref best);
        if (best.Found) Obstacle = Rule.None;
        return best;
    }

    /// <summary>The same, with a warehouse somewhere before the stop.</summary>
    private void WithWarehouse(int stop, int tour, ref Fit best)
    {
        var old = tours.StopsOf(tour);
        var all = new int[old.Length + 2];
        for (var warehouse = model.FirstWarehouse; warehouse < model.Stops; warehouse++)
        {
            if (!model.Helps(warehouse, stop, tour)) continue;
            for (var slot = 0; slot <= old.Length; slot++)
                for (var at = 0; at <= slot; at++)
                {
                    old[..at].CopyTo(all);
                    all[at] = warehouse;
                    old[at..slot].CopyTo(all.AsSpan(at + 1));
                    all[slot + 1] = stop;
                    old[slot..].CopyTo(all.AsSpan(slot + 2));
                    if (timing.Run(tour, all)) Keep(new Fit(tour, slot, warehouse, at, timing.Cost - tours.CostOf(tour), timing.Start[slot + 1], timing.End[slot + 1]), ref best);
                    else Obstacle = Worse(Obstacle, timing.Broken);
                }
        }
    }

    private static void Keep(in Fit fit, ref Fit best)
    {
        if (!best.Found || fit.Delta < best.Delta) best = fit;
    }

    /// <summary>Of two obstacles the one that says more: a rule about the job before one about the rest of the tour.</summary>
    private static Rule Worse(Rule a, Rule b) => a == Rule.None ? b : b is Rule.Shift or Rule.Overtime or Rule.Break ? a is Rule.Shift or Rule.Overtime or Rule.Break ? b : a : b;
}
