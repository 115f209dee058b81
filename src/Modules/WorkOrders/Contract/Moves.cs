namespace Callout.WorkOrders;

/// <param name="To">Null: what is known of the order and its visits decide.</param>
public sealed record LegalMove(WorkOrderState From, WorkOrderMove Move, WorkOrderState? To);

public sealed record LegalVisitMove(VisitState From, VisitMove Move, VisitState To);

/// <summary>A line of the published table: the first whose signs are all there says the state.</summary>
public sealed record DerivedLine(IReadOnlyList<VisitSign> When, WorkOrderState Then);

/// <summary>What an order's visits say together.</summary>
public enum VisitSign
{
    /// <summary>A visit is en route, on site, working or paused.</summary>
    Underway,

    /// <summary>A visit is scheduled, dispatched or accepted.</summary>
    Booked,

    /// <summary>A visit is wanted that has no firm time yet.</summary>
    Wanted,

    /// <summary>The last visit that ended, by its number, ended with everything fixed.</summary>
    Fixed,

    /// <summary>Something that the work type asks for as proof is not there yet.</summary>
    ProofMissing,
}
