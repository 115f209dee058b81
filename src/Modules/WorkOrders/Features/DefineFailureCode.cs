namespace Callout.WorkOrders;

/// <param name="Opens">A request with this symptom becomes an order of this type by itself.</param>
[Refuses("failure-code.nameless", "failure-code.taken")]
public sealed record DefineFailureCode(FailureCodeId FailureCode, CodeKind Kind, string Code, string Name, WorkTypeId? Opens = null)
{
    internal static readonly DefineFailureCode Example = new(new(new("0199f3a0-0000-7000-8000-00000000f401")), CodeKind.Symptom, "too-warm", "Too warm");

    internal static async Task<FailureCodeDefined> Handle(DefineFailureCode command, Session session, CancellationToken ct)
    {
        if (await session.Of<FailureCode>().AnyAsync(c => c.Id == command.FailureCode, ct))
        {
            var known = await session.Load<FailureCode, FailureCodeId>(command.FailureCode, ct);
            return session.Append(known, known.Rename(command.Name, command.Opens));
        }

        var (code, defined) = WorkOrders.FailureCode.Define(command.FailureCode, command.Kind, command.Code, command.Name, command.Opens);
        return session.Add(code, defined);
    }
}
