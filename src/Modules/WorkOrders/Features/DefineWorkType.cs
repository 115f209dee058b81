namespace Callout.WorkOrders;

[Refuses("work-type.nameless", "work-type.minutes", "work-type.sla", "work-type.checklist", "work-type.skill", "work-type.code-taken")]
public sealed record DefineWorkType(WorkTypeId WorkType, string Code, string Name, WorkKind Kind, Template Template)
{
    internal static readonly DefineWorkType Example = new(new(new("0199f3a0-0000-7000-8000-00000000f301")), "cold-repair", "Repair of a cold room", WorkKind.Repair, Presets.Plain);

    internal static Task<WorkTypeDefined> Handle(DefineWorkType command, Session session, CancellationToken ct)
    {
        var (type, defined) = WorkOrders.WorkType.Define(command.WorkType, command.Code, command.Name, command.Kind, command.Template);
        WorkTypes.Keep(type, session);
        return Task.FromResult(session.Add(type, defined));
    }
}
