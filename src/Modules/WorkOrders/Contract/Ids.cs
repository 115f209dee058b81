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

public readonly record struct VisitAssignmentId(Guid Value) : IId<VisitAssignmentId>
{
    public static VisitAssignmentId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct FieldDeviationId(Guid Value) : IId<FieldDeviationId>
{
    public static FieldDeviationId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct WorkTypeId(Guid Value) : IId<WorkTypeId>
{
    public static WorkTypeId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct WorkTypeRevisionId(Guid Value) : IId<WorkTypeRevisionId>
{
    public static WorkTypeRevisionId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct FailureCodeId(Guid Value) : IId<FailureCodeId>
{
    public static FailureCodeId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct NoteId(Guid Value) : IId<NoteId>
{
    public static NoteId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct AttachmentId(Guid Value) : IId<AttachmentId>
{
    public static AttachmentId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
