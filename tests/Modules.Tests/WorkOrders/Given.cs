using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

/// <summary>Work orders as a test finds them.</summary>
internal static class Given
{
    public static async Task<ServiceRequestId> Request(this TestHouse house, BranchId branch, AccountId? account = null)
    {
        var request = house.New<ServiceRequestId>();
        await house.Dispatcher(branch).Post(new ReceiveRequest(request, branch, Channel.Phone, "Cold room at 9 degrees", account));
        return request;
    }

    public static async Task<WorkOrderId> Order(this TestHouse house, BranchId branch, AccountId? account = null)
    {
        var order = house.New<WorkOrderId>();
        await house.Dispatcher(branch).Post(new OpenWorkOrder(order, await house.Request(branch, account)));
        return order;
    }

    public static async Task<VisitId> Visit(this TestHouse house, WorkOrderId order, BranchId branch, ResourceId technician)
    {
        var visit = house.New<VisitId>();
        var start = house.Now + Duration.FromHours(1);
        await house.Dispatcher(branch).Post(new PlanVisit(visit, order, technician, start, start + Duration.FromHours(1), DateTimeZoneProviders.Tzdb["Africa/Nairobi"]));
        return visit;
    }
}
