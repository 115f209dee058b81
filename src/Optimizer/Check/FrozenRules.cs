namespace Callout.Optimizer.Judging;

/// <summary>Section 11 of the readme: what has happened stays, and nothing new happens in the past.</summary>
internal sealed class FrozenRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        var problem = reading.Problem;
        if (problem.FrozenUntil == int.MinValue) return;
        var tours = reading.Tours.ToLookup(t => (t.Route.Technician, t.Route.Shift));
        foreach (var then in problem.FrozenPlan?.Routes ?? [])
            if (Facts.Count(problem, then) is > 0 and var facts) Kept(then, facts, tours[(then.Technician, then.Shift)].FirstOrDefault());
        foreach (var tour in reading.Tours) NothingInThePast(tour);
    }

    private void Kept(Route then, int facts, Tour? now)
    {
        var name = $"{reading.Problem.Technicians[then.Technician].Id}, shift {then.Shift + 1}";
        if (now is null) findings.Plan("frozen.changed", $"{name}: the tour that has begun is gone.");
        else if (now.Frozen < facts) findings.Tour("frozen.changed", now, $"its first {facts} stops have begun and stay as they are; stop {now.Frozen + 1} does not.");
        else if (now.Route.Leaves != then.Leaves) findings.Tour("frozen.changed", now, $"it left at {then.Leaves}, not at {now.Route.Leaves}.");
    }

    private void NothingInThePast(Tour tour)
    {
        var until = reading.Problem.FrozenUntil;
        for (var position = tour.Frozen; position < tour.Stops.Count; position++)
            if (tour.Stops[position].Start <= until) findings.Stop("frozen.start", tour, position, $"it starts at {tour.Stops[position].Start}; everything up to {until} has happened already.");
        if (tour.Frozen == 0 && tour.Route.Leaves < until) findings.Tour("frozen.leaves", tour, $"it leaves at {tour.Route.Leaves}; everything up to {until} has happened already.");
    }
}
