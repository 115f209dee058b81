namespace Callout.WorkOrders;

/// <summary>A part, or so much of a material, was used on a visit.</summary>
/// <param name="Use">Made by who tells it: told again, it replaces what was said before, and 0 takes it back.</param>
/// <param name="Unit">As it is counted: piece, m, kg.</param>
[Refuses("part.nameless", "part.quantity")]
public sealed record UsePart(VisitId Visit, Guid Use, string Code, string Name, decimal Quantity, string Unit, string? Serial = null)
{
    internal static readonly UsePart Example = new(PlanVisit.Example.Visit, new("0199f3a0-0000-7000-8000-00000000f201"), "FD-038", "Filter drier 3/8\"", 1, "piece");

    internal static Task<VisitPartUsed> Handle(UsePart command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, null, (visit, tap) => visit.Use(new(command.Use, command.Code, command.Name, command.Quantity, command.Unit, command.Serial, tap.At), tap), session, ct);
}
