namespace Callout.Optimizer;

/// <summary>Rules and times in words that a dispatcher understands.</summary>
internal sealed class Words(Problem problem)
{
    /// <summary>Time of day, with the day where it is not the first.</summary>
    public string Clock(int time)
    {
        var day = problem.DayOf(time);
        var within = time - (day <= 0 ? 0 : problem.DayStarts.Count == 0 ? day * 86_400 : problem.DayStarts[day - 1]);
        var clock = $"{within / 3600:00}:{within / 60 % 60:00}";
        return day == 0 ? clock : $"{clock} on day {day + 1}";
    }

    public static string Minutes(int count) => count == 1 ? "1 minute" : $"{count} minutes";

    public string Who(int technician) => problem.Technicians[technician].Id;

    public string Job(int job) => problem.Jobs[job].Id;

    public static string And(IReadOnlyList<string> all) => all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";

    public string Skill(Skill skill) => $"{problem.Skills[skill.Id]} (level {skill.Level})";

    public string Part(PartQuantity part) => $"{part.Quantity} × {problem.Parts[part.Part]}";

    /// <summary>Why this technician cannot do this job.</summary>
    public string Objection(Job job, Technician who, Rule rule) => rule switch
    {
        Rule.Skill => $"{who.Id} lacks {And([.. job.Skills.Concat(job.Crew.SelectMany(r => r.Skills ?? [])).Where(s => !who.Skills.Any(h => h.Id == s.Id && h.Level >= s.Level)).Select(Skill).Distinct()])}.",
        Rule.Certificate => $"{who.Id} has no certificate valid to the end of the work for {And([.. job.Certificates.Concat(job.Crew.SelectMany(r => r.Certificates ?? [])).Distinct().Select(c => problem.Certificates[c])])}.",
        Rule.Territory => $"{who.Id} does not work in {problem.Territories[job.Territory!.Value]}.",
        Rule.ExcludedTechnician => $"{who.Id} may not be sent to this job.",
        Rule.RequiredTechnician => $"{who.Id} is not one of the technicians that this job asks for.",
        Rule.Locked => $"The job is locked to somebody or some time that {who.Id} cannot be or keep.",
        Rule.Tool => $"{who.Id} has not {And([.. job.Tools.Where(t => !who.Tools.Contains(t)).Select(t => problem.Tools[t])])} and cannot fetch it in time.",
        Rule.Part => $"{who.Id} has too few of {And([.. job.Parts.Select(p => problem.Parts[p.Part]).Distinct()])} and cannot fetch more in time.",
        Rule.Window => $"{who.Id} cannot be there within the job's windows.",
        Rule.Promise => $"{who.Id} cannot be there when it was promised.",
        Rule.Shift => $"{who.Id} would not be back by the end of the shift.",
        Rule.Overtime => $"{who.Id} would exceed the overtime allowed.",
        Rule.Break => $"{who.Id} could not take the breaks that are due.",
        Rule.Commitment => $"{who.Id} could not keep a commitment.",
        Rule.Crew => $"{who.Id} has nobody to form a crew with at the same time.",
        Rule.Predecessor => "A job that must come before is not in the plan.",
        Rule.SameDay => $"{who.Id} has no time on the day of the related job.",
        Rule.SameTechnician => $"Somebody else than {who.Id} does the related job.",
        Rule.Apart => $"{who.Id} has no time far enough from the related job.",
        Rule.Capacity => $"{who.Id}'s other work leaves no gap that is long enough.",
        _ => $"{who.Id} has no place for it ({rule}).",
    };
}
