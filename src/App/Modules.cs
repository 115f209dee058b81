using Callout.Billing;
using Callout.Contracts;
using Callout.Customers;
using Callout.Identity;
using Callout.Messaging;
using Callout.Scheduling;
using Callout.Workforce;
using Callout.WorkOrders;

namespace Callout.App;

/// <summary>The modules of this installation; a new one is added here.</summary>
public static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new BillingModule(),
        new ContractsModule(),
        new CustomersModule(),
        new IdentityModule(),
        new MessagingModule(),
        new SchedulingModule(),
        new WorkforceModule(),
        new WorkOrdersModule(),
    ];
}
