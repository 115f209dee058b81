using Callout.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class DoubleBookingTests : IAsyncLifetime
{
    private static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Of_fifty_bookings_at_once_one_wins_and_the_others_are_told_of_it()
    {
        List<WorkOrderId> orders = [];
        foreach (var _ in Enumerable.Range(0, 50)) orders.Add(await house.Order(branch));
        var (office, start) = (house.Dispatcher(branch), house.Now + Duration.FromHours(1));

        var answers = await Task.WhenAll(orders.Select(async order => await office.Send(new PlanVisit(house.New<VisitId>(), order, ana, start, start + Duration.FromHours(1), Nairobi))));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        var booked = (await Task.WhenAll(orders.Select(o => office.Get<WorkOrderPage>($"work-orders/{o}")))).SelectMany(o => o.Visits).Single();
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
        {
            var problem = await refused.Content.ReadAsStringAsync();
            Assert.Equal(422, (int)refused.StatusCode);
            Assert.Contains("visit.overlaps", problem);
            Assert.Contains(booked.Id.ToString(), problem);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_what_the_code_would_let_pass()
    {
        var first = await house.Visit(await house.Order(branch), branch, ana);
        var second = await house.Visit(await house.Order(branch), branch, house.New<ResourceId>());
        var (visit, order) = (house.New<VisitId>(), await house.Order(branch));
        var booking = new Booking(ana, [], house.Now + Duration.FromHours(1), house.Now + Duration.FromHours(2), 0, new LocalDate(2026, 11, 23));
        var writer = house.Services.GetRequiredService<Writer>();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => writer.Write(Envelope.System(Guid.CreateVersion7()), async (session, ct) =>
        {
            var assignment = VisitAssignment.Of(session.New<VisitAssignmentId>(), await session.Get<Visit, VisitId>(second, ct), ana);
            assignment.Take(booking);
            session.Add(assignment);
            session.Append(new Subject("test", visit.Value), new VisitWanted(visit, order));
            return true;
        }, CancellationToken.None));

        Assert.Equal("visit.overlaps", refusal.Code);
        Assert.Contains("already planned elsewhere", refusal.Message);
    }

    [Fact]
    public async Task The_way_there_takes_time_too_and_touching_ends_do_not()
    {
        var start = house.Now + Duration.FromHours(2);
        await house.Visit(await house.Order(branch), branch, ana, start);
        var (after, order) = (start + Duration.FromHours(1), await house.Order(branch));

        var problem = await house.Dispatcher(branch).Refused(new PlanVisit(house.New<VisitId>(), order, ana, after, after + Duration.FromHours(1), Nairobi, TravelMinutes: 20));
        Assert.Equal("visit.overlaps", problem.Code);

        await house.Visit(order, branch, ana, after);
    }

    [Fact]
    public async Task A_visit_that_is_over_or_called_off_gives_its_time_back()
    {
        var start = house.Now + Duration.FromHours(1);
        var first = await house.Visit(await house.Order(branch), branch, ana, start);
        await house.Dispatcher(branch).Post(new CancelVisit(first, "Customer rang off"));
        var second = await house.Visit(await house.Order(branch), branch, ana, start);
        await house.Technician(ana).Post(new CompleteVisit(second, VisitOutcome.Fixed));
        await house.Visit(await house.Order(branch), branch, ana, start);
    }

    [Fact]
    public async Task A_helper_cannot_be_in_two_places_either()
    {
        var (ben, start) = (house.New<ResourceId>(), house.Now + Duration.FromHours(1));
        await house.Dispatcher(branch).Post(new PlanVisit(house.New<VisitId>(), await house.Order(branch), ana, start, start + Duration.FromHours(1), Nairobi, Crew: [ben]));

        var problem = await house.Dispatcher(branch).Refused(new PlanVisit(house.New<VisitId>(), await house.Order(branch), ben, start, start + Duration.FromHours(1), Nairobi));

        Assert.Equal("visit.overlaps", problem.Code);
    }
}
