namespace Callout.Optimizer.Judging;

/// <summary>Section 1 of the readme: each tour lies within its shift and is driven without pause from stop to stop.</summary>
internal sealed class TourRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        var seen = new HashSet<(int, int)>();
        foreach (var tour in reading.Tours)
        {
            if (!seen.Add((tour.Route.Technician, tour.Route.Shift))) findings.Tour("tour.twice", tour, "the plan has two tours for this shift.");
            if (tour.AllFrozen) continue;
            HasPurpose(tour);
            WithinShift(tour);
            InOrder(tour);
            Ends(tour);
            Drives(tour);
        }
    }

    private void HasPurpose(Tour tour)
    {
        if (!tour.Stops.Any(s => s.Kind != StopKind.Break)) findings.Tour("tour.empty", tour, "a tour needs work, a warehouse or a commitment.");
    }

    private void WithinShift(Tour tour)
    {
        var (route, shift) = (tour.Route, tour.Shift);
        if (tour.Frozen == 0 && route.Leaves < shift.From) findings.Tour("tour.leaves", tour, $"it leaves at {route.Leaves}, before the shift starts at {shift.From}.");
        var latest = (long)shift.To + shift.OvertimeLimit;
        if (route.Returns > latest) findings.Tour("tour.returns", tour, $"it is over at {route.Returns}; the shift with its overtime ends at {latest}.");
    }

    private void InOrder(Tour tour)
    {
        for (var position = tour.Frozen; position < tour.Stops.Count; position++)
        {
            var stop = tour.Stops[position];
            var free = tour.EndBefore(position);
            if (stop.Arrive < free) findings.Stop("stop.order", tour, position, $"the technician is there at {stop.Arrive}, but busy elsewhere until {free}.");
            if (stop.Start < stop.Arrive) findings.Stop("stop.order", tour, position, $"it starts at {stop.Start}, before the technician is there at {stop.Arrive}.");
            if (stop.End < stop.Start) findings.Stop("stop.order", tour, position, $"it ends at {stop.End}, before it starts at {stop.Start}.");
            if (stop.Kind == StopKind.Break && stop.Arrive != stop.Start) findings.Stop("stop.order", tour, position, $"a break begins when the technician stops, at {stop.Arrive}, not at {stop.Start}.");
        }
    }

    private void Ends(Tour tour)
    {
        var route = tour.Route;
        if (route.Stops.Count == 0) return;
        var (first, last) = (route.Stops[0], route.Stops[^1]);
        if (tour.StartPlace is null && tour.Frozen == 0 && route.Leaves != first.Start) findings.Tour("tour.leaves", tour, $"without a start place it begins with its first stop at {first.Start}, not at {route.Leaves}.");
        if (tour.EndPlace is null && route.Returns != last.End) findings.Tour("tour.returns", tour, $"without an end place it is over with its last stop at {last.End}, not at {route.Returns}.");
        if (route.Returns < last.End) findings.Tour("tour.returns", tour, $"it is over at {route.Returns}, but its last stop ends at {last.End}.");
    }

    private void Drives(Tour tour)
    {
        foreach (var drive in tour.Drives())
            if (!drive.Fits && drive.Towards == tour.Stops.Count) findings.Tour("tour.drive", tour, $"the way back takes {drive.Seconds} s; there is no such time before {tour.Route.Returns}.");
            else if (!drive.Fits && drive.Towards >= tour.Frozen) findings.Stop("tour.drive", tour, drive.Towards, $"the way there takes {drive.Seconds} s when leaving at {drive.Departs}; there is no such time before {tour.Stops[drive.Towards].Arrive}.");
    }
}
