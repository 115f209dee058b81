using System.Collections.Concurrent;
using Callout.Customers;
using Callout.WorkOrders;

namespace Callout.Testing;

/// <summary>Work orders as a test finds them.</summary>
public static class Given
{
    private static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    /// <summary>Asks for no proof, has no safety notes: it stands in nobody's way.</summary>
    public static readonly Template Plain = new(60, Priority.Normal, BillingRule.Billable, false, "", [], [], [], [], [], [],
        [new(ClockKind.Response, Priority.Normal, 60), new(ClockKind.Arrival, Priority.Normal, 240), new(ClockKind.Resolution, Priority.Normal, 480),
            new(ClockKind.Response, Priority.Emergency, 15), new(ClockKind.Arrival, Priority.Emergency, 60), new(ClockKind.Resolution, Priority.Emergency, 120)], [HoldReason.Customer]);

    public static async Task<WorkTypeId> WorkType(this TestHouse house, Template? template = null, WorkKind kind = WorkKind.Repair)
    {
        var type = house.New<WorkTypeId>();
        await house.Admin.Post(new DefineWorkType(type, $"type-{type}", "A kind of work", kind, template ?? Plain));
        return type;
    }

    public static async Task<ServiceRequestId> Request(
        this TestHouse house, BranchId branch, AccountId? account = null, Urgency? urgency = null, AssetId? asset = null, string? symptom = null, SiteId? site = null)
    {
        var request = house.New<ServiceRequestId>();
        await house.Dispatcher(branch).Post(new ReceiveRequest(
            request, branch, Channel.Phone, "Cold room at 9 degrees", account ?? house.New<AccountId>(), urgency, Site: site ?? house.New<SiteId>(), Asset: asset, CallerName: "Amina Yusuf", Symptom: symptom));
        return request;
    }

    /// <summary>Ready to be planned.</summary>
    public static async Task<WorkOrderId> Order(this TestHouse house, BranchId branch, AccountId? account = null, Template? template = null, Urgency? urgency = null, SiteId? site = null, AssetId? asset = null)
    {
        var order = house.New<WorkOrderId>();
        var type = template is null ? await PlainType(house) : await house.WorkType(template);
        await house.Dispatcher(branch).Post(new OpenWorkOrder(order, await house.Request(branch, account, urgency, asset, site: site), type));
        return order;
    }

    /// <param name="start">An hour from now when nothing is said; it lasts an hour.</param>
    public static async Task<VisitId> Visit(this TestHouse house, WorkOrderId order, BranchId branch, ResourceId technician, Instant? start = null, Duration? lasts = null)
    {
        var visit = house.New<VisitId>();
        var from = start ?? house.Now + Duration.FromHours(1);
        await house.Dispatcher(branch).Post(new PlanVisit(visit, order, technician, from, from + (lasts ?? Duration.FromHours(1)), Nairobi));
        return visit;
    }

    private static readonly ConcurrentDictionary<string, Task<WorkTypeId>> Types = [];

    private static Task<WorkTypeId> PlainType(TestHouse house) => Types.GetOrAdd(house.Folder, _ => house.WorkType());
}
