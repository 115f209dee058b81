namespace Callout.Optimizer;

/// <summary>Where all stops of a job go, and the pins that this asks for.</summary>
internal sealed record JobFit(int Job, IReadOnlyList<(int Stop, Fit Fit)> Stops, Cost Delta)
{
    public int Start => Stops[0].Fit.Start;
    public int End => Stops.Max(s => s.Fit.End);
}

/// <summary>Places jobs that are coupled: crews, pieces, and jobs related to others. Works tour by tour, with pins instead of one large timetable.</summary>
internal sealed class Coupling(Model model, ITours tours, Pins pins, Timing timing, Fitting fitting)
{
    private const int Choices = 12, Instants = 24;

    /// <summary>Whether the caller asks why a job has no place.</summary>
    public bool Explains { get; init; }

    /// <summary>Why the job last tried has no place; where it is asked for.</summary>
    public Rule Obstacle { get; private set; }

    /// <summary>The cheapest way found to place a whole job on these tours; nothing is changed.</summary>
    /// <param name="technician">Who has to do its first stop; -1 for anybody.</param>
    public JobFit? Best(int job, IReadOnlyList<int> among, int technician = -1)
    {
        Obstacle = Rule.None;
        var later = Best(job, among, technician, otherFirst: true);
        if (!model.RelationsOf[job].Any(r => model.Problem.Relations[r].Kind == Order.Apart)) return later;
        var sooner = Best(job, among, technician, otherFirst: false);
        return later is null || sooner is not null && sooner.Delta < later.Delta ? sooner : later;
    }

    private JobFit? Best(int job, IReadOnlyList<int> among, int technician, bool otherFirst)
    {
        var held = _held.Count;
        var fit = Bounds(job, otherFirst, out var from, out var to, ref technician) ? Within(job, among, from, to, technician) : null;
        for (var i = _held.Count - 1; i >= held; i--) pins.Restore(_held[i].Stop, _held[i].Before);
        _held.RemoveRange(held, _held.Count - held);
        return fit;
    }

    private JobFit? Within(int job, IReadOnlyList<int> among, int from, int to, int technician)
    {
        var first = model.FirstStop[job];
        if (model.StopCount(job) == 1) return Single(job, among, from, to, technician);
        if (model.PiecesOf[first] == 1 && model.IsFrozen(job)) return null;
        return model.PiecesOf[first] > 1 ? Pieces(job, among, from, to, technician) : Crew(job, among, from, to, technician);
    }

    private readonly List<(int Stop, (int, int) Before)> _held = [];

    /// <summary>While a place for another job is sought, a placed one may not leave the times that the search relies on.</summary>
    private void Hold(int job, int from, int endBy)
    {
        for (var stop = model.FirstStop[job]; stop < model.FirstStop[job + 1]; stop++)
            if (tours.TourOf(stop) is >= 0 and var tour)
                _held.Add((stop, pins.Try(stop, Math.Max(from, pins.From[stop]), Math.Min(pins.To[stop], endBy >= int.MaxValue / 2 ? endBy : endBy - model.Duration(stop, tour)))));
    }

    /// <summary>When the job may happen, given the jobs it is related to and where they stand now.</summary>
    private bool Bounds(int job, bool otherFirst, out int from, out int to, ref int technician)
    {
        (from, to) = (int.MinValue, int.MaxValue / 2);
        var begun = model.FrozenStop[model.FirstStop[job]];
        foreach (var index in model.RelationsOf[job])
        {
            var relation = model.Problem.Relations[index];
            var other = relation.First == job ? relation.Second : relation.First;
            var placed = Placed(other);
            if (relation.Kind == Order.Before && relation.Second == job && !placed) return Refuse(Rule.Predecessor);
            if (!placed) continue;
            var (start, end, who) = When(other);
            // A job that has begun cannot come after one that has not.
            var comesAfter = begun ? start < model.Fact(model.FirstStop[job]).Stop.Start : otherFirst;
            switch (relation.Kind)
            {
                case Order.SameTechnician when technician >= 0 && technician != who: return Refuse(Rule.SameTechnician);
                case Order.SameTechnician: technician = who; break;
                case Order.SameDay:
                    var (begins, ends) = model.Day(model.Problem.DayOf(start));
                    (from, to) = (Math.Max(from, begins), Math.Min(to, ends));
                    Hold(other, begins, ends - 1);
                    break;
                case Order.Before when relation.Second == job:
                case Order.Apart when comesAfter:
                    from = Math.Max(from, end + relation.Gap);
                    Hold(other, 0, end);
                    break;
                case Order.Before or Order.Apart:
                    to = Math.Min(to, start - relation.Gap);
                    Hold(other, start, int.MaxValue / 2);
                    break;
            }
        }
        return true;
    }

    private bool Refuse(Rule rule)
    {
        Obstacle = rule;
        return false;
    }

    private bool Placed(int job)
    {
        for (var stop = model.FirstStop[job]; stop < model.FirstStop[job + 1]; stop++) if (!model.FrozenStop[stop] && tours.TourOf(stop) < 0) return false;
        return true;
    }

    /// <summary>When a placed job starts and ends in its tours as they are, and who does its first stop.</summary>
    public (int Start, int End, int Technician) When(int job)
    {
        var (start, end, who) = (int.MaxValue, int.MinValue, -1);
        for (var stop = model.FirstStop[job]; stop < model.FirstStop[job + 1]; stop++)
        {
            var tour = tours.TourOf(stop);
            if (tour < 0 && model.FrozenStop[stop])
            {
                var (frozenTour, fact) = model.Fact(stop);
                (start, end) = (Math.Min(start, fact.Start), Math.Max(end, fact.End));
                if (model.PartOf[stop] == 0) who = model.TechnicianOf[frozenTour];
                continue;
            }
            var stops = tours.StopsOf(tour);
            var parts = timing.WithParts;
            timing.WithParts = false;
            timing.Run(tour, stops);
            timing.WithParts = parts;
            var at = stops.IndexOf(stop);
            (start, end) = (Math.Min(start, timing.Start[at]), Math.Max(end, timing.End[at]));
            if (model.PartOf[stop] == 0) who = model.TechnicianOf[tour];
        }
        return (start, end, who);
    }

    private Fit Fit(int stop, int tour, int from, int endBy, int to = int.MaxValue / 2)
    {
        var latest = Math.Min(to, endBy >= int.MaxValue / 2 ? endBy : endBy - model.Duration(stop, tour));
        var before = pins.Try(stop, Math.Max(from, 0), latest);
        var fit = fitting.Best(stop, tour);
        pins.Restore(stop, before);
        if (!fit.Found && Explains) Obstacle = fitting.Why(stop, tour);
        return fit;
    }

    private JobFit? Single(int job, IReadOnlyList<int> among, int from, int to, int technician)
    {
        var stop = model.FirstStop[job];
        var best = Callout.Optimizer.Fit.None;
        foreach (var tour in among)
        {
            if (technician >= 0 && model.TechnicianOf[tour] != technician) continue;
            var fit = Fit(stop, tour, from, to);
            if (fit.Found && fit.Delta < best.Delta) best = fit;
        }
        if (!best.Found && Obstacle == Rule.None && technician >= 0) Obstacle = Rule.SameTechnician;
        return best.Found ? new JobFit(job, [(stop, best)], best.Delta) : null;
    }

    /// <summary>Piece after piece, each where it is cheapest once the one before it has ended; no two on one tour's same version, so each is tried on the tours as they would be.</summary>
    private JobFit? Pieces(int job, IReadOnlyList<int> among, int from, int to, int technician)
    {
        var fits = new List<(int, Fit)>();
        var total = Cost.Zero;
        var trial = new Trial(tours);
        var look = new Fitting(model, trial, timing, pins);
        var earliest = from;
        for (var stop = model.FirstStop[job]; stop < model.FirstStop[job + 1]; stop++)
        {
            if (model.FrozenStop[stop])
            {
                earliest = Math.Max(earliest, model.Fact(stop).Stop.End);
                continue;
            }
            var best = Callout.Optimizer.Fit.None;
            foreach (var tour in among)
            {
                if (technician >= 0 && model.PartOf[stop] == 0 && model.TechnicianOf[tour] != technician) continue;
                var before = pins.Try(stop, Math.Max(earliest, 0), to >= int.MaxValue / 2 ? to : to - model.Duration(stop, tour));
                var fit = look.Best(stop, tour);
                pins.Restore(stop, before);
                if (!fit.Found) { if (!best.Found && Explains) Obstacle = look.Why(stop, tour); continue; }
                if (!best.Found || fit.Delta < best.Delta || fit.Delta == best.Delta && fit.End < best.End) best = fit;
            }
            if (!best.Found) { Release(); return null; }
            // The piece stays where it is now, so that the next can rely on its end.
            _tried.Add((stop, pins.Try(stop, best.Start, best.Start)));
            trial.Set(best.Tour, best.Apply(trial.StopsOf(best.Tour), stop), best.Delta);
            fits.Add((stop, best));
            total += best.Delta;
            earliest = best.End;
        }
        Release();
        return new JobFit(job, fits, total);
    }

    private readonly List<(int Stop, (int, int) Before)> _tried = [];

    private void Release()
    {
        for (var i = _tried.Count - 1; i >= 0; i--) pins.Restore(_tried[i].Stop, _tried[i].Before);
        _tried.Clear();
    }

    /// <summary>
    /// All members at one instant: each member's cheapest tours give the instants worth trying; at each, members are given
    /// to different technicians, those with the fewest choices first.
    /// </summary>
    private JobFit? Crew(int job, IReadOnlyList<int> among, int from, int to, int technician)
    {
        var first = model.FirstStop[job];
        var count = model.FirstStop[job + 1] - first;
        var choices = new List<Fit>[count];
        var earliest = int.MinValue;
        var instants = new SortedSet<int>();
        for (var part = 0; part < count; part++)
        {
            choices[part] = [];
            foreach (var tour in among)
            {
                if (part == 0 && technician >= 0 && model.TechnicianOf[tour] != technician) continue;
                var fit = Fit(first + part, tour, from, to);
                if (fit.Found) choices[part].Add(fit);
            }
            if (choices[part].Count == 0) return null;
            choices[part].Sort((a, b) => a.Delta != b.Delta ? a.Delta.CompareTo(b.Delta) : a.Tour.CompareTo(b.Tour));
            if (choices[part].Count > Choices) choices[part].RemoveRange(Choices, choices[part].Count - Choices);
            foreach (var fit in choices[part]) instants.Add(fit.Start);
            earliest = Math.Max(earliest, choices[part].Min(f => f.Start));
        }
        foreach (var window in model.Jobs[job].Windows) instants.Add(window.From);
        JobFit? best = null;
        foreach (var instant in instants.Where(i => i >= earliest).Take(Instants))
            if (At(job, instant, choices, to) is { } fit && (best is null || fit.Delta < best.Delta)) best = fit;
        if (best is null) Obstacle = Rule.Crew;
        return best;
    }

    private JobFit? At(int job, int instant, List<Fit>[] choices, int endBy)
    {
        var first = model.FirstStop[job];
        var taken = new HashSet<int>();
        var fits = new (int Stop, Fit Fit)[choices.Length];
        var total = Cost.Zero;
        foreach (var part in Enumerable.Range(0, choices.Length).OrderBy(p => choices[p].Count).ThenBy(p => p))
        {
            var best = Callout.Optimizer.Fit.None;
            foreach (var choice in choices[part])
            {
                if (taken.Contains(model.TechnicianOf[choice.Tour])) continue;
                var fit = Fit(first + part, choice.Tour, instant, endBy, instant);
                if (fit.Found && fit.Start == instant && fit.Delta < best.Delta) best = fit;
            }
            if (!best.Found) return null;
            taken.Add(model.TechnicianOf[best.Tour]);
            fits[part] = (first + part, best);
            total += best.Delta;
        }
        return new JobFit(job, fits, total);
    }

    /// <summary>After a job has been placed: pins its stops and those of the jobs it is related to. Tells the tours that must be timed anew.</summary>
    public void Pin(JobFit fit, ICollection<int> stale)
    {
        var job = fit.Job;
        if (fit.Stops.Count > 1)
        {
            var pieces = model.PiecesOf[model.FirstStop[job]] > 1;
            for (var i = 0; i < fit.Stops.Count; i++)
            {
                var (stop, at) = fit.Stops[i];
                if (!pieces) pins.Group(stop, at.Start, at.Start);
                else pins.Group(stop, i == 0 ? FirstFree(stop) : Between(fit.Stops[i - 1].Fit.End, at.Start), (i + 1 == fit.Stops.Count ? int.MaxValue / 2 : Between(at.End, fit.Stops[i + 1].Fit.Start)) - (at.End - at.Start));
            }
        }
        foreach (var index in model.RelationsOf[job])
        {
            var relation = model.Problem.Relations[index];
            var other = relation.First == job ? relation.Second : relation.First;
            if (!Placed(other)) continue;
            var (start, end, _) = When(other);
            switch (relation.Kind)
            {
                case Order.SameDay: pins.Part(index, model.Problem.DayOf(fit.Start), false); break;
                case Order.Before or Order.Apart:
                    var otherFirst = end + relation.Gap <= (model.FrozenStop[model.FirstStop[job]] ? model.Fact(model.FirstStop[job]).Stop.Start : fit.Start);
                    var instant = otherFirst ? Between(end, fit.Start - relation.Gap) : Between(fit.End, start - relation.Gap);
                    pins.Part(index, instant, reversed: otherFirst != (relation.First == other));
                    break;
            }
            Refresh(other, stale);
        }
        Refresh(job, stale);
    }

    /// <summary>When the piece before this one is over, if that has begun already.</summary>
    private int FirstFree(int stop) => model.PartOf[stop] > 0 && model.FrozenStop[stop - 1] ? model.Fact(stop - 1).Stop.End : 0;

    /// <summary>Before a job is taken out: lifts its pins and those it puts on others.</summary>
    public void Unpin(int job, ICollection<int> stale)
    {
        pins.Lift(job);
        foreach (var index in model.RelationsOf[job])
        {
            var relation = model.Problem.Relations[index];
            var other = relation.First == job ? relation.Second : relation.First;
            if (Placed(other)) Refresh(other, stale);
        }
        pins.Apply(job, stop => model.BaseDuration[stop]);
    }

    private static int Between(int a, int b) => a + (b - a) / 2;

    private void Refresh(int job, ICollection<int> stale)
    {
        if (!pins.Apply(job, stop => tours.TourOf(stop) is >= 0 and var tour ? model.Duration(stop, tour) : model.BaseDuration[stop])) return;
        for (var stop = model.FirstStop[job]; stop < model.FirstStop[job + 1]; stop++)
            if (tours.TourOf(stop) is >= 0 and var tour && !stale.Contains(tour)) stale.Add(tour);
    }

    /// <summary>Tours as they would be with some changed.</summary>
    private sealed class Trial(ITours tours) : ITours
    {
        private readonly Dictionary<int, (int[] Stops, Cost Cost)> _changed = [];

        public void Set(int tour, int[] stops, Cost delta) => _changed[tour] = (stops, CostOf(tour) + delta);
        public ReadOnlySpan<int> StopsOf(int tour) => _changed.TryGetValue(tour, out var changed) ? changed.Stops : tours.StopsOf(tour);
        public Cost CostOf(int tour) => _changed.TryGetValue(tour, out var changed) ? changed.Cost : tours.CostOf(tour);
        public void Stock(int tour, Timing timing) => tours.Stock(tour, timing);

        public int TourOf(int stop)
        {
            foreach (var (tour, changed) in _changed) if (Array.IndexOf(changed.Stops, stop) >= 0) return tour;
            return tours.TourOf(stop);
        }
    }
}
