using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class CompleteVisitTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana, ben) = (house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Fixing_it_completes_the_order()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);

        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        Assert.Equal(["visit.planned", "work-order.moved", "visit.completed", "work-order.completed"], (await house.Ledger()).SkipWhile(e => e != "visit.planned").Where(e => e != "sla.met"));
        Assert.Equal(WorkOrderState.Completed, (await house.Dispatcher(branch).Get<WorkOrderPage>($"work-orders/{order}")).State);
    }

    [Fact]
    public async Task A_visit_is_completed_once()
    {
        var visit = await house.Visit(await house.Order(branch), branch, ana);
        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        var problem = await house.Technician(ana).Refused(new CompleteVisit(visit, VisitOutcome.Fixed));

        Assert.Equal((422, "visit.already-completed"), (problem.Status, problem.Code));
    }

    [Fact]
    public async Task Another_technicians_visit_is_not_there()
    {
        var visit = await house.Visit(await house.Order(branch), branch, ana);

        var problem = await house.Technician(ben).Refused(new CompleteVisit(visit, VisitOutcome.Fixed));

        Assert.Equal(404, problem.Status);
    }
}
