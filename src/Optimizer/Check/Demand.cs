namespace Callout.Optimizer.Judging;

/// <summary>What a job asks of each of its stops.</summary>
internal static class Demand
{
    /// <summary>How many stops serve the job: the first technician and the crew, or the pieces.</summary>
    public static int Stops(this Job job) => job.Split is null ? 1 + job.Crew.Count : job.Pieces();

    public static int Pieces(this Job job) => job.Split is { } split ? Math.Max(1, Math.Min(split.MaxPieces, job.Duration / split.MinPiece)) : 1;

    public static IReadOnlyList<Skill> SkillsOf(this Job job, int part) => job.Role(part)?.Skills ?? job.Skills;

    public static IReadOnlyList<int> CertificatesOf(this Job job, int part) => job.Role(part)?.Certificates ?? job.Certificates;

    /// <summary>Seconds of work at a part of the job for this technician.</summary>
    public static long SecondsFor(this Job job, Problem problem, int technician, int part)
    {
        if (job.Role(part)?.Duration is null && job.DurationBy.TryGetValue(technician, out var final)) return job.Share(final, part);
        long seconds = job.Role(part)?.Duration ?? job.Share(job.Duration, part);
        var percents = problem.Technicians[technician].DurationPercent;
        var percent = job.Kind < percents.Count ? percents[job.Kind] : 100;
        return (seconds * percent + 99) / 100;
    }

    private static CrewRole? Role(this Job job, int part) => part > 0 && job.Split is null ? job.Crew[part - 1] : null;

    /// <summary>Equal pieces; the first ones are a second longer where it does not come out even.</summary>
    private static int Share(this Job job, int seconds, int part)
    {
        var pieces = job.Pieces();
        return seconds / pieces + (part < seconds % pieces ? 1 : 0);
    }
}
