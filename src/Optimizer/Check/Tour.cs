namespace Callout.Optimizer.Judging;

/// <summary>A tour with what the problem says about it.</summary>
/// <param name="Frozen">How many of its first stops are facts.</param>
internal sealed record Tour(Problem Problem, Route Route, int Frozen)
{
    public Technician Technician { get; } = Problem.Technicians[Route.Technician];
    public Shift Shift { get; } = Problem.Technicians[Route.Technician].Shifts[Route.Shift];
    public IReadOnlyList<Stop> Stops => Route.Stops;
    public int? StartPlace => Shift.StartPlace ?? Technician.StartPlace;
    public int? EndPlace => Shift.EndPlace ?? Technician.EndPlace;
    public bool AllFrozen => Frozen > 0 && Frozen == Stops.Count;

    /// <summary>When the stop before this position was over; the tour's start before the first.</summary>
    public int EndBefore(int position) => position == 0 ? Route.Leaves : Stops[position - 1].End;

    public int? PlaceOf(Stop stop) => stop.Kind switch
    {
        StopKind.Work => Problem.Jobs[stop.Index].Place,
        StopKind.Warehouse => Problem.Warehouses[stop.Index].Place,
        StopKind.Commitment => Shift.Commitments[stop.Index].Place,
        _ => null,
    };

    /// <summary>Every leg of the tour, from place to place; stops without a place lie beside a leg.</summary>
    public IEnumerable<Drive> Drives()
    {
        var (from, first) = (StartPlace, 0);
        for (var position = 0; position < Stops.Count; position++)
        {
            if (PlaceOf(Stops[position]) is not { } place) continue;
            if (from is { } start) yield return Between(start, place, first, position);
            (from, first) = (place, position + 1);
        }
        if (from is { } last && EndPlace is { } end) yield return Between(last, end, first, Stops.Count);
    }

    /// <summary>The leg is driven in the first gap that holds the whole of it.</summary>
    private Drive Between(int from, int to, int first, int last)
    {
        var seconds = from == to ? 0 : Problem.Travel.Seconds(from, to);
        for (var gap = first; gap <= last; gap++)
        {
            var departs = Departs(gap, last);
            var arrives = Arrival(departs, seconds);
            if (arrives <= Until(gap, last)) return new(from, to, last, departs, arrives - departs, true);
        }
        var late = Departs(first, last);
        return new(from, to, last, late, Arrival(late, seconds) - late, false);
    }

    /// <summary>Nobody sets out in the past towards what is still to be done.</summary>
    private int Departs(int gap, int towards) =>
        towards < Stops.Count && towards >= Frozen ? Math.Max(EndBefore(gap), Problem.FrozenUntil) : EndBefore(gap);

    private int Until(int gap, int last) => gap == Stops.Count ? Route.Returns : gap == last ? Stops[gap].Arrive : Stops[gap].Start;

    private long Arrival(int departs, int seconds) => Problem.Travel.Profile?.Arrival(departs, seconds) ?? (long)departs + seconds;
}

/// <param name="Towards">Position of the stop that the leg leads to; the number of stops for the way back.</param>
/// <param name="Fits">Whether it is done before that stop is reached.</param>
internal readonly record struct Drive(int From, int To, int Towards, int Departs, long Seconds, bool Fits);
