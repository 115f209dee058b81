namespace Callout.WorkOrders;

/// <summary>A kind of work with what its orders start with. An administrator makes one without code.</summary>
internal sealed class WorkType : Entity<WorkTypeId>
{
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public WorkKind Kind { get; private init; }

    public int Revision { get; private set; }

    public Template Template { get; private set; } = null!;

    public bool Retired { get; private set; }

    public static (WorkType, WorkTypeDefined) Define(WorkTypeId id, string code, string name, WorkKind kind, Template template)
    {
        Refusal.If(string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name), "work-type.nameless", "A work type needs a code and a name.");
        var type = new WorkType { Id = id, Code = code.Trim(), Kind = kind };
        type.Revise(name, template);
        return (type, new WorkTypeDefined(id, type.Code, kind));
    }

    public WorkTypeRevised Revise(string name, Template template)
    {
        Check(template);
        (Name, Template, Revision) = (name, template, Revision + 1);
        return new WorkTypeRevised(Id, Revision);
    }

    public WorkTypeRetired Retire()
    {
        Refusal.If(Retired, "work-type.retired", "This work type is already retired.");
        Retired = true;
        return new WorkTypeRetired(Id);
    }

    private static void Check(Template template)
    {
        Refusal.If(template.Minutes is < 1 or > 44_640, "work-type.minutes", "The work takes between a minute and 31 days.");
        Refusal.If(template.AnswerMinutes is < 1 or > 10_080, "work-type.answer-minutes", "A technician has between a minute and seven days to answer.");
        Refusal.If(template.Sla.Any(t => t.Minutes < 1), "work-type.sla", "A promise is at least one minute.");
        Refusal.If(template.Sla.GroupBy(t => (t.Clock, t.Priority)).Any(g => g.Count() > 1), "work-type.sla", "Each clock has one promise for each priority.");
        Refusal.If(template.Checklist.GroupBy(i => i.Code).Any(g => g.Count() > 1), "work-type.checklist", "Each step of a checklist has a code of its own.");
        Refusal.If(template.Checklist.Any(i => i.Kind == AnswerKind.Choice && i.Choices is not { Count: > 0 }), "work-type.checklist", "A choice needs something to choose from.");
        Refusal.If(template.Skills.Any(s => s.Level is < 1 or > 10), "work-type.skill", "A skill's level is between 1 and 10.");
    }
}

/// <summary>A work type as it was: what orders of that revision go by.</summary>
internal sealed class WorkTypeRevision : Entity<WorkTypeRevisionId>
{
    public WorkTypeId WorkType { get; private init; }

    public int Revision { get; private init; }

    public string Name { get; private init; } = "";

    public Template Template { get; private init; } = null!;

    public static WorkTypeRevision Of(WorkTypeRevisionId id, WorkType type) =>
        new() { Id = id, WorkType = type.Id, Revision = type.Revision, Name = type.Name, Template = type.Template };
}
