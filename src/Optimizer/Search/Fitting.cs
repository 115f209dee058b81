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
/// <param name="kept">Tours prepared once, for a caller whose tours and pins do not change; it also means that the caller asks why.</param>
internal sealed class Fitting(Model model, ITours tours, Timing timing, Pins pins, Passage?[]? kept = null)
{
    private readonly Passage _scratch = new(model, pins);
    private int[] _stops = new int[16];

    public Fit Best(int stop, int tour) => Best(stop, tour, 0, Tour.Never);

    /// <summary>The cheapest place where the stop starts within these bounds and its own.</summary>
    public Fit Best(int stop, int tour, int from, int to)
    {
        if (model.Obstacle(stop, tour) != Rule.None) return Fit.None;
        if (timing.WithParts)
        {
            tours.Stock(tour, timing);
            if (!model.TakesOnlyFromVan(stop)) return Supplied(stop, tour, from, to);
            if (!VanSuffices(stop, tour)) return Fit.None;
        }
        var passage = Prepared(tour);
        if (passage.PricedByTime || model.TimePriced[stop]) return Timed(passage, stop, tour, from, to);
        var slot = Cheapest(passage, stop, from, to, out var delta);
        if (slot < 0 || !Run(stop, tour, slot, from, to)) return Fit.None;
        return new Fit(tour, slot, -1, 0, delta, timing.Start[slot], timing.End[slot]);
    }

    /// <summary>The place with the least extra way; -1 if there is none.</summary>
    public int Cheapest(Passage passage, int stop, int from, int to, out Cost delta)
    {
        (delta, var best) = (Cost.Infinite, -1);
        var close = Math.Min(to, model.Close[stop]);
        for (var slot = 0; slot <= passage.Count && passage.Leaves(slot) <= close; slot++)
        {
            var cost = passage.Delta(stop, slot);
            if (cost < delta && passage.Judge(stop, slot, from, to).Kept) (delta, best) = (cost, slot);
        }
        return best;
    }

    public Passage Prepared(int tour)
    {
        if (kept is not null && kept[tour] is { } known) return known;
        var passage = kept is null ? _scratch : kept[tour] = new Passage(model, pins);
        passage.Prepare(tour, tours.StopsOf(tour));
        return passage;
    }

    /// <summary>The rule that keeps a stop off a tour that has no place for it.</summary>
    public Rule Why(int stop, int tour)
    {
        if (model.Obstacle(stop, tour) is not Rule.None and var standing) return standing;
        var passage = Prepared(tour);
        var furthest = -1;
        for (var slot = 0; slot <= passage.Count; slot++)
        {
            var (reached, holds) = passage.Judge(stop, slot, 0, Tour.Never);
            if (reached && (holds || furthest < 0 || slot > furthest)) furthest = slot;
            if (holds) break;
        }
        if (timing.WithParts) tours.Stock(tour, timing);
        var place = Math.Max(0, furthest);
        if (Run(stop, tour, place, 0, Tour.Never)) return Rule.Capacity;
        return furthest < 0 || timing.BrokenAt == place || timing.Broken is Rule.Shift or Rule.Overtime or Rule.Break or Rule.Part or Rule.Tool or Rule.Commitment ? timing.Broken : Rule.Capacity;
    }

    private Fit Timed(Passage passage, int stop, int tour, int from, int to)
    {
        var best = Fit.None;
        for (var slot = 0; slot <= passage.Count; slot++)
            if (passage.Judge(stop, slot, from, to).Kept && Run(stop, tour, slot, from, to))
                Keep(new Fit(tour, slot, -1, 0, timing.Cost - tours.CostOf(tour), timing.Start[slot], timing.End[slot]), ref best);
        return best;
    }

    private bool Run(int stop, int tour, int slot, int from, int to)
    {
        var old = tours.StopsOf(tour);
        if (_stops.Length < old.Length + 2) _stops = new int[old.Length * 2 + 2];
        old[..slot].CopyTo(_stops);
        _stops[slot] = stop;
        old[slot..].CopyTo(_stops.AsSpan(slot + 1));
        return RunWithin(stop, tour, _stops.AsSpan(0, old.Length + 1), from, to);
    }

    private bool RunWithin(int stop, int tour, ReadOnlySpan<int> stops, int from, int to)
    {
        if (from <= 0 && to >= Tour.Never) return timing.Run(tour, stops);
        var before = pins.Try(stop, Math.Max(from, pins.From[stop]), Math.Min(to, pins.To[stop]));
        var fits = timing.Run(tour, stops);
        pins.Restore(stop, before);
        return fits;
    }

    private bool VanSuffices(int stop, int tour)
    {
        if (model.NeedsOf(stop).Length == 0) return true;
        timing.TakeParts(tour, tours.StopsOf(tour));
        foreach (var need in model.NeedsOf(stop))
        {
            if (timing.Van[need.Part] - timing.UsedVan[need.Part] < need.Quantity) return false;
            timing.UsedVan[need.Part] += need.Quantity;
        }
        return true;
    }

    /// <summary>Parts or tools that a warehouse may supply: every place is timed in full, with a visit on the way if need be.</summary>
    private Fit Supplied(int stop, int tour, int from, int to)
    {
        var best = Fit.None;
        var partsShort = false;
        for (var slot = 0; slot <= tours.StopsOf(tour).Length; slot++)
            if (Run(stop, tour, slot, from, to)) Keep(new Fit(tour, slot, -1, 0, timing.Cost - tours.CostOf(tour), timing.Start[slot], timing.End[slot]), ref best);
            else partsShort |= timing.Broken is Rule.Part or Rule.Tool;
        if (partsShort) WithWarehouse(stop, tour, from, to, ref best);
        return best;
    }

    /// <summary>The same, with a warehouse somewhere before the stop.</summary>
    private void WithWarehouse(int stop, int tour, int from, int to, ref Fit best)
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
                    if (RunWithin(stop, tour, all, from, to)) Keep(new Fit(tour, slot, warehouse, at, timing.Cost - tours.CostOf(tour), timing.Start[slot + 1], timing.End[slot + 1]), ref best);
                }
        }
    }

    private static void Keep(in Fit fit, ref Fit best)
    {
        if (!best.Found || fit.Delta < best.Delta) best = fit;
    }
}
