namespace Callout.Optimizer;

/// <summary>A window that could be promised.</summary>
/// <param name="Best">The cheapest way to keep it; <c>null</c> where it cannot be kept.</param>
/// <param name="Rule">Why not.</param>
public sealed record Appointment(Promise Window, Offer? Best, Rule Rule);

/// <summary>Finds the cheapest place for a job in each of many windows.</summary>
internal sealed class Booking(Planner planner)
{
    private readonly Model _model = planner.Model;

    public IReadOnlyList<Appointment> Of(int job, IReadOnlyList<Promise> windows)
    {
        var asked = _model.Jobs[job];
        _model.Swap(job, asked with { Promise = null });
        var found = _model.Alone[job] ? Alone(job, windows) : [.. windows.Select(w => Coupled(job, w))];
        Appointment[] appointments = [.. windows.Select((w, i) => (Window: w, Fit: found[i], i))
            .OrderBy(a => a.Fit is null).ThenBy(a => a.Fit?.Delta ?? Cost.Zero).ThenBy(a => a.i)
            .Select(a => a.Fit is null ? new Appointment(a.Window, null, WhyNot(job, a.Window)) : new Appointment(a.Window, new Offer(planner, a.Fit, a.Window), Rule.None))];
        _model.Swap(job, asked);
        return appointments;
    }

    private JobFit?[] Alone(int job, IReadOnlyList<Promise> windows)
    {
        var stop = _model.FirstStop[job];
        var best = new (Cost Delta, int Tour)[windows.Count];
        Array.Fill(best, (Cost.Infinite, -1));
        Sort(windows);
        for (var tour = 0; tour < _model.Tours; tour++)
            if (During(tour) is { IsEmpty: false } during && _model.Obstacle(stop, tour) == Rule.None) Try(stop, tour, windows, during, best);
        var fits = new JobFit?[windows.Count];
        for (var w = 0; w < fits.Length; w++)
            if (best[w].Tour >= 0 && planner.Fitting.Best(stop, best[w].Tour, windows[w].From, windows[w].To) is { Found: true } fit) fits[w] = new JobFit(job, [(stop, fit)], fit.Delta);
        return fits;
    }

    private int[] _byFrom = [], _from = [], _to = [];

    /// <summary>Windows by when they begin; of each and all before it, when the last ends.</summary>
    private void Sort(IReadOnlyList<Promise> windows)
    {
        _byFrom = [.. Enumerable.Range(0, windows.Count).OrderBy(w => windows[w].From)];
        _from = [.. _byFrom.Select(w => windows[w].From)];
        _to = [.. _byFrom.Select(w => windows[w].To)];
        for (var i = 1; i < _to.Length; i++) _to[i] = Math.Max(_to[i], _to[i - 1]);
    }

    /// <summary>The windows in which a tour may be driven, among a few others where windows lie in each other: of many days' windows those of one.</summary>
    private ReadOnlySpan<int> During(int tour)
    {
        var first = First(_to, _model.From[tour]);
        return _byFrom.AsSpan(first, Math.Max(0, First(_from, _model.Latest[tour] + 1) - first));
    }

    /// <summary>The first of these growing numbers that is no smaller.</summary>
    private static int First(int[] numbers, int least)
    {
        var (low, high) = (0, numbers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (numbers[middle] < least) low = middle + 1; else high = middle;
        }
        return low;
    }

    private void Try(int stop, int tour, IReadOnlyList<Promise> windows, ReadOnlySpan<int> during, (Cost Delta, int Tour)[] best)
    {
        var byWay = !_model.TimePriced[stop] && !planner.Timing.WithParts || _model.NeedsOf(stop).Length + _model.ToolsOf(stop).Length == 0 && !_model.TimePriced[stop];
        if (!byWay || planner.Fitting.Prepared(tour).PricedByTime) Timed(stop, tour, windows, during, best);
        else ByWay(planner.Fitting.Prepared(tour), stop, tour, windows, during, best);
    }

    private void Timed(int stop, int tour, IReadOnlyList<Promise> windows, ReadOnlySpan<int> during, (Cost Delta, int Tour)[] best)
    {
        foreach (var w in during)
            if (Overlaps(windows[w], tour) && planner.Fitting.Best(stop, tour, windows[w].From, windows[w].To) is { Found: true } fit && fit.Delta < best[w].Delta) best[w] = (fit.Delta, tour);
    }

    /// <summary>What a place costs is the same in each window, so it is reckoned once, and looked at only where it would be the cheapest yet.</summary>
    private void ByWay(Passage passage, int stop, int tour, IReadOnlyList<Promise> windows, ReadOnlySpan<int> during, (Cost Delta, int Tour)[] best)
    {
        for (var slot = 0; slot <= passage.Count; slot++)
        {
            Cost? delta = null;
            var leaves = passage.Leaves(slot);
            foreach (var w in during)
            {
                if (leaves > windows[w].To || !Overlaps(windows[w], tour)) continue;
                var cost = delta ??= passage.Delta(stop, slot);
                if (cost < best[w].Delta && passage.Judge(stop, slot, windows[w].From, windows[w].To).Kept) best[w] = (cost, tour);
            }
        }
    }

    private JobFit? Coupled(int job, Promise window)
    {
        var asked = _model.Swap(job, _model.Jobs[job] with { Promise = new(window.From, window.To) });
        var tours = Enumerable.Range(0, _model.Tours).Where(t => _model.From[t] <= window.To || _model.StopCount(job) > 1).ToArray();
        var fit = planner.Coupling.Best(job, tours);
        _model.Swap(job, asked);
        return fit;
    }

    private bool Overlaps(Promise window, int tour) => window.To >= _model.From[tour] && window.From <= _model.Latest[tour];

    /// <summary>The standing rule that keeps most tours from the window, or else that other work is in the way.</summary>
    private Rule WhyNot(int job, Promise window)
    {
        var counts = new int[Enum.GetValues<Rule>().Length];
        for (var tour = 0; tour < _model.Tours; tour++)
            if (Overlaps(window, tour)) counts[(int)_model.Obstacle(_model.FirstStop[job], tour)]++;
        if (counts[0] > 0) return Rule.Capacity;
        return counts.Max() == 0 ? Rule.Shift : (Rule)Array.IndexOf(counts, counts.Max());
    }
}
