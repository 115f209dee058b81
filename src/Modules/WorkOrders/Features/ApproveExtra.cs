namespace Callout.WorkOrders;

/// <summary>The customer agrees to more than was asked for.</summary>
/// <param name="ApprovedBy">The name of who agreed, as they gave it.</param>
[Refuses("extra.nameless", "extra.nobody", "extra.price")]
public sealed record ApproveExtra(VisitId Visit, Guid Extra, string What, Money Price, string ApprovedBy)
{
    internal static readonly ApproveExtra Example = new(PlanVisit.Example.Visit, new("0199f3a0-0000-7000-8000-00000000f301"), "New door seal", new Money(450_000, "KES"), "Amina Yusuf");

    internal static Task<VisitExtraApproved> Handle(ApproveExtra command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, null, (visit, tap) => visit.Approve(new(command.Extra, command.What, command.Price, command.ApprovedBy, tap.At), tap), session, ct);
}
