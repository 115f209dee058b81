namespace Callout.Optimizer.Judging;

/// <summary>What is measured on whole tours: driving, overtime, money, balance, reserve.</summary>
internal sealed class TourMeasures(Reading reading)
{
    private readonly HashSet<(int Technician, int Shift)> _used = [];

    public void AddTo(Measures measures, Tour tour)
    {
        _used.Add((tour.Route.Technician, tour.Route.Shift));
        long driving = 0, metres = 0;
        foreach (var drive in tour.Drives())
        {
            driving += drive.Seconds;
            if (drive.From != drive.To) metres += reading.Problem.Travel.Metres(drive.From, drive.To);
        }
        var busy = driving + tour.Stops.Where(s => s.Kind != StopKind.Break).Sum(s => (long)s.End - s.Start);
        var overtime = Math.Max(0, (long)tour.Route.Returns - tour.Shift.To);
        measures[Measure.TravelTime] += driving;
        measures[Measure.Distance] += metres;
        measures[Measure.Overtime] += overtime;
        measures[Measure.Duration] += (long)tour.Route.Returns - tour.Route.Leaves;
        measures[Measure.Imbalance] += (Int128)(busy / 60) * (busy / 60);
        measures[Measure.Cost] += Cost(tour.Technician, busy, metres, overtime);
        measures[Measure.ReserveShort] += Short(tour.Shift, busy);
    }

    /// <summary>Shifts without a tour are free, but that may be too little as well.</summary>
    public void AddIdleTo(Measures[] technicians)
    {
        for (var t = 0; t < technicians.Length; t++)
            for (var s = 0; s < reading.Problem.Technicians[t].Shifts.Count; s++)
                if (!_used.Contains((t, s))) technicians[t][Measure.ReserveShort] += Idle(reading.Problem.Technicians[t].Shifts[s]);
    }

    /// <summary>What a shift without a tour lacks.</summary>
    public static long Idle(Shift shift) => Short(shift, 0);

    /// <summary>Minor money per hour, kilometre and minute, in 1/3,600,000 so that it stays whole.</summary>
    private static Int128 Cost(Technician technician, long busy, long metres, long overtime) =>
        (Int128)technician.PerHour * 1000 * busy + (Int128)technician.PerKilometre * 3600 * metres + (Int128)technician.PerOvertimeMinute * 60_000 * overtime;

    private static long Short(Shift shift, long busy) =>
        shift.Reserve == 0 ? 0 : Math.Max(0, shift.Reserve - (shift.To - shift.From - busy - shift.Breaks.Sum(b => (long)b.Length)));
}
