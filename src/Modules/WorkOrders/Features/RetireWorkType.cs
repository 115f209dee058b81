namespace Callout.WorkOrders;

[Refuses("work-type.retired")]
public sealed record RetireWorkType(WorkTypeId WorkType)
{
    internal static readonly RetireWorkType Example = new(DefineWorkType.Example.WorkType);

    internal static async Task<WorkTypeRetired> Handle(RetireWorkType command, Session session, CancellationToken ct)
    {
        var type = await session.Load<WorkType, WorkTypeId>(command.WorkType, ct);
        return session.Append(type, type.Retire());
    }
}
