namespace Callout.WorkOrders;

// A person is erased: what was done stays, and nothing that says for whom.
internal sealed partial class WorkOrder
{
    public WorkOrderForgotten Forget()
    {
        (ContactName, ContactPhone, Summary, Instructions, Remark, PriorityReason) = (null, null, "", null, null, null);
        (Safety, Fields) = ([], new Dictionary<string, string>());
        return new WorkOrderForgotten(Id);
    }
}

internal sealed partial class Visit
{
    /// <summary>Times, outcome and what was within its limits stay.</summary>
    public VisitForgotten Forget(WorkOrder order)
    {
        (Remark, Job) = (null, JobSheet.Of(order));
        Answers = [.. Answers.Select(a => a with { Value = "", Remark = null })];
        Signature = Signature is null ? null : Signature with { Name = "", Role = null, Image = "" };
        Steps = [.. Steps.Select(s => s with { Where = null })];
        return new VisitForgotten(Id, WorkOrder);
    }

    /// <summary>Where the technician who is erased was when they reported.</summary>
    public VisitForgotten ForgetWhereabouts()
    {
        Steps = [.. Steps.Select(s => s with { Where = null })];
        return new VisitForgotten(Id, WorkOrder);
    }
}
