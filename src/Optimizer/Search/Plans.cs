namespace Callout.Optimizer;

/// <summary>Between plans, which people see, and drafts, on which a search works.</summary>
internal static class Plans
{
    /// <summary>A draft of a plan's stops in their order. What does not fit any more is left out, job by job.</summary>
    public static Draft Read(Model model, Plan plan)
    {
        var draft = new Draft(model);
        var planned = new Dictionary<int, (int Start, int End, int Tour)>();
        var stops = new List<int>[model.Tours];
        foreach (var route in plan.Routes)
        {
            var tour = TourOf(model, route);
            stops[tour] = [];
            foreach (var stop in route.Stops.Skip(model.Frozen[tour].Length))
            {
                if (stop.Kind is StopKind.Work or StopKind.Warehouse) Known(model, stop);
                var number = model.StopNumber(stop, tour);
                if (number < 0) continue;
                stops[tour].Add(number);
                if (stop.Kind == StopKind.Work) planned[number] = (stop.Start, stop.End, tour);
            }
        }
        for (var tour = 0; tour < model.Tours; tour++)
            foreach (var fact in model.Frozen[tour])
                if (fact.Kind == StopKind.Work) planned[model.StopNumber(fact, tour)] = (fact.Start, fact.End, tour);
        var whole = Whole(model, planned);
        foreach (var job in whole) Pin(model, draft, job, whole, planned);
        foreach (var job in whole) draft.Pins.Apply(job, s => model.Duration(s, planned[s].Tour));
        for (var tour = 0; tour < model.Tours; tour++)
        {
            if (stops[tour] is not { } wanted) continue;
            wanted.RemoveAll(s => model.JobOf[s] >= 0 && !whole.Contains(model.JobOf[s]));
            foreach (var commitment in draft.Stops[tour]) if (!wanted.Contains(commitment)) wanted.Insert(0, commitment);
            draft.Set(tour, [.. wanted]);
        }
        Mend(draft);
        return draft;
    }

    /// <summary>Jobs of which every stop is planned or a fact, and all that must come before them; of a crew that has begun nothing is left to plan.</summary>
    private static HashSet<int> Whole(Model model, Dictionary<int, (int, int, int)> planned)
    {
        var whole = Enumerable.Range(0, model.Jobs.Length).Where(j => StopsOf(model, j).All(planned.ContainsKey)).ToHashSet();
        whole.RemoveWhere(j => model.PiecesOf[model.FirstStop[j]] == 1 && model.IsFrozen(j) && !StopsOf(model, j).All(s => model.FrozenStop[s]));
        while (whole.RemoveWhere(j => !model.IsFrozen(j) && model.RelationsOf[j].Select(r => model.Problem.Relations[r]).Any(r => r.Kind == Order.Before && r.Second == j && !whole.Contains(r.First))) > 0) { }
        return whole;
    }

    /// <summary>Takes jobs out of tours that break a rule until none does.</summary>
    public static void Mend(Draft draft)
    {
        var model = draft.Model;
        var timing = new Timing(model, draft.Pins);
        var coupling = new Coupling(model, draft, draft.Pins, timing, new Fitting(model, draft, timing, draft.Pins));
        for (var tour = 0; tour < model.Tours; tour++)
            while (draft.Stops[tour].Length > 0 && Broken(tour) is >= 0 and var stop) TakeOut(draft, coupling, model.JobOf[stop]);

        int Broken(int tour)
        {
            var stops = draft.Stops[tour];
            foreach (var stop in stops) if (model.JobOf[stop] >= 0 && model.Obstacle(stop, tour) != Rule.None) return stop;
            if (timing.WithParts) draft.Stock(tour, timing);
            if (timing.Run(tour, stops)) return -1;
            var at = timing.BrokenAt;
            while (at >= 0 && model.JobOf[stops[at]] < 0) at--;
            if (at < 0) at = Array.FindIndex(stops, s => model.JobOf[s] >= 0);
            InvalidProblem.If(at < 0, "commitment.unreachable", $"Technician {model.Technicians[model.TechnicianOf[tour]].Id} cannot keep the commitments of shift {model.ShiftOf[tour]}.");
            return stops[at];
        }
    }

    /// <summary>Takes a job and all that must come after it out of a draft.</summary>
    public static void TakeOut(Draft draft, Coupling coupling, int job)
    {
        var model = draft.Model;
        foreach (var relation in model.RelationsOf[job].Select(r => model.Problem.Relations[r]))
            if (relation.Kind == Order.Before && relation.First == job && draft.IsPlaced(relation.Second) && !model.IsFrozen(relation.Second)) TakeOut(draft, coupling, relation.Second);
        var stale = new List<int>();
        foreach (var stop in StopsOf(model, job))
            if (draft.TourOf(stop) is >= 0 and var tour) draft.Set(tour, [.. draft.Stops[tour].Where(s => s != stop)]);
        if (!model.Alone[job]) coupling.Unpin(job, stale);
        foreach (var tour in stale) draft.Reckon(tour);
    }

    /// <summary>Puts a job where it was found to fit; tells the tours that this touched.</summary>
    public static IReadOnlyList<int> PutIn(Draft draft, Coupling coupling, JobFit fit)
    {
        var stale = new List<int>();
        foreach (var (stop, at) in fit.Stops) draft.Set(at.Tour, at.Apply(draft.Stops[at.Tour], stop));
        if (!draft.Model.Alone[fit.Job]) coupling.Pin(fit, stale);
        int[] touched = [.. stale.Union(fit.Stops.Select(s => s.Fit.Tour))];
        foreach (var tour in touched) draft.Reckon(tour);
        return touched;
    }

    public static int TourOf(Model model, Route route)
    {
        InvalidProblem.If((uint)route.Technician >= (uint)model.Technicians.Length || (uint)route.Shift >= (uint)model.Technicians[route.Technician].Shifts.Count,
            "plan.tour", $"The plan has a tour for shift {route.Shift} of technician {route.Technician}, which the problem does not have.");
        return model.FirstTour[route.Technician] + route.Shift;
    }

    public static IEnumerable<int> StopsOf(Model model, int job) => Enumerable.Range(model.FirstStop[job], model.FirstStop[job + 1] - model.FirstStop[job]);

    private static void Known(Model model, Stop stop)
    {
        var known = stop.Kind == StopKind.Work
            ? (uint)stop.Index < (uint)model.Jobs.Length && (uint)stop.Part < (uint)(model.FirstStop[stop.Index + 1] - model.FirstStop[stop.Index])
            : (uint)stop.Index < (uint)model.Problem.Warehouses.Count;
        InvalidProblem.If(!known, "plan.stop", $"The plan has a stop at {stop.Kind} {stop.Index}, part {stop.Part}, which the problem does not have.");
    }

    private static void Pin(Model model, Draft draft, int job, HashSet<int> whole, Dictionary<int, (int Start, int End, int Tour)> planned)
    {
        var stops = StopsOf(model, job).ToArray();
        for (var i = 0; i < stops.Length && stops.Length > 1; i++)
        {
            var (start, end, _) = planned[stops[i]];
            if (model.PiecesOf[stops[i]] == 1) draft.Pins.Group(stops[i], start, start);
            else draft.Pins.Group(stops[i], i == 0 ? 0 : start, (i + 1 == stops.Length ? int.MaxValue / 2 : planned[stops[i + 1]].Start) - (end - start));
        }
        foreach (var index in model.RelationsOf[job])
        {
            var relation = model.Problem.Relations[index];
            if (relation.First != job || !whole.Contains(relation.Second)) continue;
            var (first, second) = (Span(relation.First), Span(relation.Second));
            if (relation.Kind == Order.SameDay) draft.Pins.Part(index, model.Problem.DayOf(planned[model.FirstStop[job]].Start), false);
            if (relation.Kind is not (Order.Before or Order.Apart)) continue;
            var reversed = relation.Kind == Order.Apart && second.End + relation.Gap <= first.Start;
            var (sooner, later) = reversed ? (second, first) : (first, second);
            draft.Pins.Part(index, Math.Max(model.IsFrozen(reversed ? relation.Second : relation.First) ? sooner.End : 0, later.Start - relation.Gap), reversed);
        }

        (int Start, int End) Span(int of) => (StopsOf(model, of).Min(s => planned[s].Start), StopsOf(model, of).Max(s => planned[s].End));
    }

    /// <summary>The plan that a draft stands for, timed.</summary>
    public static Plan Write(Draft draft)
    {
        var model = draft.Model;
        var timing = new Timing(model, draft.Pins) { WithParts = false };
        var routes = new List<Route>();
        for (var tour = 0; tour < model.Tours; tour++)
            if (Write(draft, timing, tour) is { } route) routes.Add(route);
        var absent = Enumerable.Range(0, model.Jobs.Length).Where(j => !draft.IsPlaced(j)).ToArray();
        return new Plan(routes, [.. absent.Select(j => new Unassigned(j, WhyNot(draft, j)))]);
    }

    /// <summary>One tour, timed; null if it has nothing to do.</summary>
    public static Route? Write(Draft draft, Timing timing, int tour)
    {
        var (model, stops) = (draft.Model, draft.Stops[tour]);
        var facts = model.Frozen[tour];
        if (stops.Length == 0 && facts.Length == 0 && !model.HasFixedRests(tour)) return null;
        if (!timing.Run(tour, stops)) throw new InvalidOperationException($"Tour {tour} breaks the rule {timing.Broken}; the search must not have let that happen.");
        var timed = stops.Select((s, k) => (At: k, Stop: Describe(model, s, timing.Arrive[k], timing.Start[k], timing.End[k])))
            .Concat(timing.Rests().Select(r => (At: r.Gap, Stop: new Stop(r.Taken.Commitment ? StopKind.Commitment : StopKind.Break, r.Taken.Index, 0, 1, r.Start, r.Start, r.Start + r.Taken.Length))))
            .OrderBy(s => s.At).ThenBy(s => s.Stop.Start).ThenBy(s => s.Stop.End).ThenBy(s => s.Stop.Kind == StopKind.Break ? 0 : 1).Select(s => s.Stop);
        return new Route(model.TechnicianOf[tour], model.ShiftOf[tour], timing.Leaves, timing.Returns, [.. facts, .. timed]);
    }

    private static Stop Describe(Model model, int stop, int arrive, int start, int end) =>
        model.IsWarehouse(stop) ? new Stop(StopKind.Warehouse, stop - model.FirstWarehouse, 0, 1, arrive, start, end)
        : model.JobOf[stop] < 0 ? new Stop(StopKind.Commitment, model.CommitmentIndex[stop - model.Work], 0, 1, arrive, start, end)
        : new Stop(StopKind.Work, model.JobOf[stop], model.PartOf[stop], model.PiecesOf[stop], arrive, start, end);

    /// <summary>The rule that keeps most technicians from a job: a standing one, or else time.</summary>
    public static Rule WhyNot(Draft draft, int job)
    {
        var model = draft.Model;
        foreach (var relation in model.RelationsOf[job].Select(r => model.Problem.Relations[r]))
            if (relation.Kind == Order.Before && relation.Second == job && !draft.IsPlaced(relation.First)) return Rule.Predecessor;
        var counts = new int[Enum.GetValues<Rule>().Length];
        for (var tour = 0; tour < model.Tours; tour++) counts[(int)model.Obstacle(model.FirstStop[job], tour)]++;
        if (counts[0] > 0) return model.FirstStop[job + 1] - model.FirstStop[job] > 1 && model.PiecesOf[model.FirstStop[job]] == 1 ? Rule.Crew : Rule.Capacity;
        return (Rule)Array.IndexOf(counts, counts.Max());
    }
}
