namespace Callout.WorkOrders;

/// <summary>Orders opened from now on follow the new revision; those before keep theirs.</summary>
[Refuses("work-type.minutes", "work-type.sla", "work-type.checklist", "work-type.skill")]
public sealed record ReviseWorkType(WorkTypeId WorkType, string Name, Template Template, long? Seen = null)
{
    internal static readonly ReviseWorkType Example = new(DefineWorkType.Example.WorkType, "Repair of a cold room", Presets.Plain);

    internal static async Task<WorkTypeRevised> Handle(ReviseWorkType command, Session session, CancellationToken ct)
    {
        var type = await session.Load<WorkType, WorkTypeId>(command.WorkType, ct, command.Seen);
        var revised = session.Append(type, type.Revise(command.Name, command.Template));
        WorkTypes.Keep(type, session);
        return revised;
    }
}
