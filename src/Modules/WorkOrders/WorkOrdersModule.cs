namespace Callout.WorkOrders;

/// <summary>What customers ask for, the orders it becomes, and the visits that carry them out.</summary>
public sealed class WorkOrdersModule : IModule
{
    public void Define(Module module)
    {
        module.Command<ReceiveRequest, RequestReceived>("requests/receive", ReceiveRequest.Handle, May.Support | May.Customer.Own);
        module.Command<OpenWorkOrder, WorkOrderOpened>("work-orders/open", OpenWorkOrder.Handle, May.Support);
        module.Command<PlanVisit, VisitPlanned>("visits/plan", PlanVisit.Handle, May.Dispatcher);
        module.Command<ReassignVisit, VisitReassigned>("visits/reassign", ReassignVisit.Handle, May.Dispatcher);
        module.Command<CompleteVisit, VisitCompleted>("visits/complete", CompleteVisit.Handle, May.Technician.Own | May.Dispatcher);

        module.Query<FindRequests, Page<RequestLine>>("requests", FindRequests.Handle, May.Read);
        module.Query<GetWorkOrder, WorkOrderPage>("work-orders/{id}", GetWorkOrder.Handle, May.Read);

        module.Document<ServiceRequest>("request", RequestDocument.Audiences, RequestDocument.Shapes);
        module.Document<WorkOrder>("work-order", WorkOrderDocument.Audiences, WorkOrderDocument.Shapes);
        module.Document<Visit>("visit", VisitDocument.Audiences, VisitDocument.Shapes);

        module.React<VisitCompleted>(CompleteOrderOnVisitCompleted.Handle);
    }
}
