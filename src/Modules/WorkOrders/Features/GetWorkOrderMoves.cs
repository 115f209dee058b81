namespace Callout.WorkOrders;

/// <param name="Follow">The states in which the table holds; out of the others only a person leads.</param>
public sealed record WorkOrderMovesPage(
    IReadOnlyList<LegalMove> WorkOrders, IReadOnlyList<LegalVisitMove> Visits, IReadOnlyDictionary<VisitState, VisitSign> Signs, IReadOnlyList<DerivedLine> Derived,
    IReadOnlyList<WorkOrderState> Follow);

/// <summary>What is legal when, and how an order's state follows from its visits: as data, for every screen and for whoever connects.</summary>
public sealed record GetWorkOrderMoves
{
    internal static Task<WorkOrderMovesPage> Handle(GetWorkOrderMoves query, Reading reading, CancellationToken ct) =>
        Task.FromResult(new WorkOrderMovesPage(WorkOrderMoves.Legal, VisitMoves.Legal, DerivedState.Signs, DerivedState.Table, DerivedState.Follow));
}
