using Callout.Optimizer.Judging;

namespace Callout.Optimizer;

/// <summary>Every measure of a plan, whether the objective names it or not: in total, by technician and by job.</summary>
public sealed class Score : IComparable<Score>
{
    private Score(Problem problem, Measures total, Measures[] technicians, Measures[] jobs)
    {
        (Total, Technicians, Jobs) = (total, technicians, jobs);
        Levels = [.. problem.Objective.Levels.Select(level => level.Aggregate(Int128.Zero, (sum, term) => sum + total[term.Measure] * term.Weight))];
    }

    public Measures Total { get; }

    /// <summary>Of each technician's tours, and of the jobs that he serves as the first of their crew.</summary>
    public IReadOnlyList<Measures> Technicians { get; }

    /// <summary>What each job brings about by itself; driving and the like belong to tours.</summary>
    public IReadOnlyList<Measures> Jobs { get; }

    /// <summary>The objective's levels, weighted and added up; the first one that differs decides between two plans.</summary>
    public IReadOnlyList<Int128> Levels { get; }

    public static Score Of(Problem problem, Plan plan)
    {
        var reading = new Reading(problem.Checked(), plan, new Findings(problem));
        Measures[] technicians = [.. problem.Technicians.Select(_ => new Measures())], jobs = [.. problem.Jobs.Select(_ => new Measures())];
        var tours = new TourMeasures(reading);
        foreach (var tour in reading.Tours) tours.AddTo(technicians[tour.Route.Technician], tour);
        tours.AddIdleTo(technicians);
        var total = new Measures();
        foreach (var technician in technicians) total.Add(technician);
        for (var job = 0; job < jobs.Length; job++)
        {
            JobMeasures.AddTo(jobs[job], reading, job);
            total.Add(jobs[job]);
            if (reading.Served(job)) technicians[reading.Visits(job)[0].Technician].Add(jobs[job]);
        }
        return new Score(problem, total, technicians, jobs);
    }

    /// <summary>Below zero if this plan is the better one.</summary>
    public int CompareTo(Score? other)
    {
        for (var level = 0; other is not null && level < Levels.Count; level++)
            if (Levels[level] != other.Levels[level]) return Levels[level].CompareTo(other.Levels[level]);
        return other is null ? -1 : 0;
    }
}
