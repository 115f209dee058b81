namespace Callout.WorkOrders;

/// <summary>What a visit used up. The same use told again replaces the first; a quantity of 0 takes it back.</summary>
[Event("visit.part-used")]
public sealed record VisitPartUsed(
    VisitId Visit, WorkOrderId WorkOrder, Guid Use, [property: NotPersonal] string Code, decimal Quantity, [property: NotPersonal] string Unit, [property: NotPersonal] string? Serial, Deviation? Deviation) : IFieldFact;

/// <summary>The customer agreed, on the device, to more than was asked for, and to its price.</summary>
[Event("visit.extra-approved")]
public sealed record VisitExtraApproved(VisitId Visit, WorkOrderId WorkOrder, Guid Extra, Money Price, Deviation? Deviation) : IFieldFact;
