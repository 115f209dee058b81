using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>Whether the people of a visit may go: they hold what the work asks for, and they work then. Both can be overridden with a reason; what somebody lacks, by a manager only.</summary>
internal static class Suitability
{
    public static async Task MindSkills(Visit visit, WorkOrder order, string? although, Session session, CancellationToken ct)
    {
        if (visit.FitnessOverruled || order is not { WorkType: { } type, Revision: { } revision } || visit is not { Lead: { } lead, Day: { } day }) return;
        var needs = (await WorkTypes.Template(type, revision, session, ct)).Skills.Select(s => new NamedNeed(s.Skill, s.Level)).ToList();
        var lacks = (await Workforce.Crew.Lacks([lead, .. visit.Crew], needs, day, session, ct)).Values.SelectMany(l => l).ToList();
        if (lacks.Count == 0) return;
        var may = May.Manager.Allows(session.Principal) && !string.IsNullOrWhiteSpace(although);
        Refusal.If(!may, "visit.unfit", $"{string.Join(" ", lacks.Select(l => l.Reason).Distinct())} Send somebody else, or let a manager say why it may be so.");
        session.Append(visit, visit.Overrule(although!));
    }

    public static async Task MindHours(Visit visit, string? although, Session session, CancellationToken ct)
    {
        if (visit is not { Lead: { } lead, Start: { } start, End: { } end }) return;
        var outside = await Roster.Outside([lead, .. visit.Crew], start, end, session, ct);
        if (outside.Count == 0) return;
        Refusal.If(string.IsNullOrWhiteSpace(although), "visit.outside-hours", $"{string.Join(" ", outside)} Choose another time, or say why it may be so.");
        session.Append(visit, visit.WorkOutsideHours(although!));
    }
}
