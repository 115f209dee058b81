namespace Callout.WorkOrders;

public readonly record struct ServiceRequestId(Guid Value) : IId<ServiceRequestId>
{
    public static ServiceRequestId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct WorkOrderId(Guid Value) : IId<WorkOrderId>
{
    public static WorkOrderId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct VisitId(Guid Value) : IId<VisitId>
{
    public static VisitId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
