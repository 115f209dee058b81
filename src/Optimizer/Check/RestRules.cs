namespace Callout.Optimizer.Judging;

/// <summary>Sections 2 and 3 of the readme: every break in its window and in order, every commitment at its time.</summary>
internal sealed class RestRules(Reading reading, Findings findings)
{
    private readonly int _past = reading.Problem.FrozenUntil;

    public void Judge()
    {
        foreach (var tour in reading.Tours)
        {
            if (!tour.AllFrozen) Breaks(tour);
            Commitments(tour);
        }
        MissingTours();
    }

    private void Breaks(Tour tour)
    {
        var next = 0;
        for (var position = 0; position < tour.Stops.Count; position++)
        {
            var stop = tour.Stops[position];
            if (stop.Kind != StopKind.Break) continue;
            for (; next < stop.Index; next++) Missing(tour, next);
            if (position >= tour.Frozen) Judge(tour, position, stop, next);
            next = Math.Max(next, stop.Index + 1);
        }
        for (; next < tour.Shift.Breaks.Count; next++) Missing(tour, next);
    }

    private void Judge(Tour tour, int position, Stop stop, int next)
    {
        var rest = tour.Shift.Breaks[stop.Index];
        if (stop.Index < next) findings.Stop("break.order", tour, position, "it is taken twice or after a later one.");
        if (stop.Start < rest.From || stop.Start > rest.To) findings.Stop("break.window", tour, position, $"it starts at {stop.Start}; {rest.From} to {rest.To} is allowed.");
        if ((long)stop.End - stop.Start != rest.Length) findings.Stop("break.length", tour, position, $"it lasts {(long)stop.End - stop.Start} s, not {rest.Length} s.");
    }

    /// <summary>A break whose time had passed when planning began cannot be held against the plan.</summary>
    private void Missing(Tour tour, int rest)
    {
        if (tour.Shift.Breaks[rest].To > _past) findings.Tour("break.missing", tour, $"break {rest + 1} is missing.");
    }

    private void Commitments(Tour tour)
    {
        var times = new int[tour.Shift.Commitments.Count];
        for (var position = 0; position < tour.Stops.Count; position++)
        {
            var stop = tour.Stops[position];
            if (stop.Kind != StopKind.Commitment) continue;
            var commitment = tour.Shift.Commitments[stop.Index];
            if (++times[stop.Index] > 1) findings.Stop("commitment.twice", tour, position, "it is on the tour already.");
            if (position >= tour.Frozen && (stop.Start != commitment.From || stop.End != commitment.To))
                findings.Stop("commitment.time", tour, position, $"it lasts from {stop.Start} to {stop.End}; fixed is {commitment.From} to {commitment.To}.");
        }
        for (var c = 0; c < times.Length; c++)
            if (times[c] == 0 && tour.Shift.Commitments[c].From > _past) findings.Tour("commitment.missing", tour, $"commitment {c + 1} at {tour.Shift.Commitments[c].From} is missing.");
    }

    private void MissingTours()
    {
        var problem = reading.Problem;
        var there = reading.Tours.Select(t => (t.Route.Technician, t.Route.Shift)).ToHashSet();
        for (var t = 0; t < problem.Technicians.Count; t++)
            for (var s = 0; s < problem.Technicians[t].Shifts.Count; s++)
                if (problem.Technicians[t].Shifts[s].Commitments.Any(c => c.From > _past) && !there.Contains((t, s)))
                    findings.All.Add(new("commitment.missing", $"{problem.Technicians[t].Id}, shift {s + 1}: there are commitments, but no tour.", t, s));
    }
}
