namespace Callout.Optimizer.Judging;

/// <summary>What is measured on single jobs: whether they are served, when, and by whom.</summary>
internal static class JobMeasures
{
    public static void AddTo(Measures measures, Reading reading, int index)
    {
        var job = reading.Problem.Jobs[index];
        if (!reading.Served(index)) Unserved(measures, job);
        else
        {
            var visits = reading.Visits(index);
            Promises(measures, job, visits);
            Stability(measures, job, visits[0]);
            measures[Measure.Earliest] = visits[0].Stop.Start / 60;
            measures[Measure.NotPreferred] = job.PreferredTechnicians.Count > 0 && !job.PreferredTechnicians.Contains(visits[0].Technician) ? 1 : 0;
        }
    }

    private static void Unserved(Measures measures, Job job)
    {
        measures[Measure.UnservedJobs] = job.LeaveOutPrice is null ? 1 : 0;
        measures[Measure.UnservedPriority] = job.LeaveOutPrice is null ? job.Priority : 0;
        measures[Measure.LeftOut] = job.LeaveOutPrice ?? 0;
        measures[Measure.Moved] = job.Current is null ? 0 : 1;
    }

    private static void Promises(Measures measures, Job job, IReadOnlyList<Visit> visits)
    {
        measures[Measure.PromisesBroken] = job.Promise is { } promise && !promise.Holds(visits[0].Stop.Start) ? promise.BreakPrice ?? 0 : 0;
        measures[Measure.SlaLateness] = job.Due is { } due ? (Int128)job.LatePerMinute * BegunMinutes((long)visits[job.Split is null ? 0 : visits.Count - 1].Stop.End - due) : 0;
        var starts = job.Split is null ? 1 : visits.Count;
        for (var i = 0; i < starts; i++) measures[Measure.SoftWindows] += Cheapest(job, visits[i].Stop.Start);
    }

    private static Int128 Cheapest(Job job, int start)
    {
        Int128? cheapest = null;
        foreach (var window in job.Windows)
            if (window.Allows(start) && !(Price(window, start) >= cheapest)) cheapest = Price(window, start);
        return cheapest ?? 0;
    }

    private static Int128 Price(Window window, int start) =>
        (Int128)(window.EarlyPerMinute ?? 0) * BegunMinutes((long)window.From - start) + (Int128)(window.LatePerMinute ?? 0) * BegunMinutes((long)start - window.To);

    private static void Stability(Measures measures, Job job, Visit first)
    {
        if (job.Current is not { } current) return;
        measures[Measure.ChangedTechnician] = first.Technician == current.Technician ? 0 : 1;
        measures[Measure.ChangedTime] = Math.Abs((long)first.Stop.Start - current.Start) / 60;
        measures[Measure.Moved] = first.Technician == current.Technician && first.Stop.Start == current.Start ? 0 : 1;
    }

    private static long BegunMinutes(long seconds) => seconds <= 0 ? 0 : (seconds + 59) / 60;
}
