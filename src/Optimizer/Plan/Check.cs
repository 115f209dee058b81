using Callout.Optimizer.Judging;

namespace Callout.Optimizer;

/// <summary>
/// An independent judge: holds a plan against every rule of the readme, one class for each of its sections, and shares no code with any search.
/// A plan that cannot even be read (unknown technicians, jobs, parts) is a violation like any other, never an exception.
/// </summary>
public static class Check
{
    public static Verdict Of(Problem problem, Plan plan)
    {
        var findings = new Findings(problem);
        var reading = new Reading(problem.Checked(), plan, findings);
        new FrozenRules(reading, findings).Judge();
        new TourRules(reading, findings).Judge();
        new RestRules(reading, findings).Judge();
        new WorkRules(reading, findings).Judge();
        new PersonRules(reading, findings).Judge();
        new WholeJobRules(reading, findings).Judge();
        new ToolRules(reading, findings).Judge();
        new PartRules(reading, findings).Judge();
        new RelationRules(reading, findings).Judge();
        return new Verdict(findings.All);
    }
}
