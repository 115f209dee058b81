using Callout.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class RequestQueueTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana, ben) = (house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    private async Task<WorkOrderPage> Page(WorkOrderId order)
    {
        await house.Settled();
        return await office.Get<WorkOrderPage>($"work-orders/{order}");
    }

    [Fact]
    public async Task Requests_of_all_channels_stand_in_one_queue_and_an_emergency_stands_first()
    {
        var first = await house.Request(branch);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var mail = house.New<ServiceRequestId>();
        await office.Post(new ReceiveRequest(mail, branch, Channel.Email, "Lights flicker"));
        house.Time.Advance(TimeSpan.FromMinutes(5));
        var urgent = await house.Request(branch, urgency: Urgency.Emergency);

        var queue = await office.Get<Page<RequestLine>>("requests?open=true");
        Assert.Equal([urgent, first, mail], queue.Items.Select(r => r.Id));
        Assert.Equal([3L, 1L, 2L], queue.Items.Select(r => r.Number));
        Assert.Equal([mail], (await office.Get<Page<RequestLine>>("requests?channel=email")).Items.Select(r => r.Id));
        Assert.Contains("request.emergency-raised", await house.Ledger());
    }

    [Fact]
    public async Task The_queue_comes_in_pages_that_meet()
    {
        List<ServiceRequestId> all = [];
        foreach (var _ in Enumerable.Range(0, 7)) all.Add(await house.Request(branch));

        List<ServiceRequestId> seen = [];
        for (Guid? after = null; ;)
        {
            var page = await office.Get<Page<RequestLine>>($"requests?limit=3{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page.Items.Select(r => r.Id));
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(all.Order(Comparer<ServiceRequestId>.Create((a, b) => a.Value.CompareTo(b.Value))), seen.Order(Comparer<ServiceRequestId>.Create((a, b) => a.Value.CompareTo(b.Value))));
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Fact]
    public async Task Asking_for_information_waits_without_losing_its_place()
    {
        var (first, second) = (await house.Request(branch), default(ServiceRequestId));
        house.Time.Advance(TimeSpan.FromMinutes(5));
        second = await house.Request(branch);

        await office.Post(new AskAboutRequest(first, "Which of the two cold rooms?"));
        var waiting = await office.Get<Page<RequestLine>>("requests?open=true");
        await office.Post(new AnswerRequest(first, "The one at the back"));

        Assert.Equal([(first, RequestState.Waiting), (second, RequestState.New)], waiting.Items.Select(r => (r.Id, r.State)));
        Assert.Equal([first, second], (await office.Get<Page<RequestLine>>("requests?open=true")).Items.Select(r => r.Id));
        Assert.Equal("The one at the back", (await office.Get<RequestPage>($"requests/{first}")).Answer);
    }

    [Fact]
    public async Task The_same_symptom_of_the_same_asset_is_offered_as_a_duplicate_and_merges_into_the_order()
    {
        await house.Admin.Post(new InstallPreset("refrigeration"));
        var asset = house.New<AssetId>();
        var request = await house.Request(branch, asset: asset, symptom: "leak");
        var order = house.New<WorkOrderId>();
        await office.Post(new OpenWorkOrder(order, request, await house.WorkType(Given.Plain)));

        var alike = await office.Get<AlikePage>($"requests/alike?asset={asset}&symptom=leak");
        Assert.Equal([request], alike.Requests.Select(r => r.Id));
        Assert.Equal([order], alike.Orders.Select(o => o.Id));
        Assert.Empty((await office.Get<AlikePage>($"requests/alike?asset={asset}&symptom=noise")).Requests);

        var again = await house.Request(branch, asset: asset, symptom: "leak");
        await office.Post(new MergeRequest(again, order));
        Assert.Equal([again], (await Page(order)).Merged);
        Assert.Equal("request.settled", (await office.Refused(new MergeRequest(again, order))).Code);

        house.Time.Advance(TimeSpan.FromDays(15));
        Assert.Empty((await office.Get<AlikePage>($"requests/alike?asset={asset}&symptom=leak")).Orders);
    }

    [Fact]
    public async Task A_symptom_that_says_which_work_it_takes_opens_the_order_by_itself()
    {
        await house.Admin.Post(new InstallPreset("telecom"));
        await house.Admin.Post(new DefineFailureCode(house.New<FailureCodeId>(), CodeKind.Symptom, "fibre-cut", "Fibre cut", await house.WorkType()));

        var request = await house.Request(branch, symptom: "fibre-cut");
        await house.Settled();

        var opened = (await office.Get<RequestPage>($"requests/{request}")).Request;
        Assert.Equal(RequestState.Ordered, opened.State);
        Assert.Equal(WorkOrderState.Ready, (await Page(opened.WorkOrder!.Value)).State);
    }

    [Fact]
    public async Task A_number_from_outside_is_taken_once()
    {
        await office.Post(new ReceiveRequest(house.New<ServiceRequestId>(), branch, Channel.Api, "Pump stands", ExternalRef: "CRM-7"));
        var problem = await office.Refused(new ReceiveRequest(house.New<ServiceRequestId>(), branch, Channel.Api, "Pump stands", ExternalRef: "CRM-7"));
        Assert.Equal("request.known", problem.Code);
    }

    [Fact]
    public async Task A_request_is_to_be_answered_as_soon_as_the_shortest_promise_that_may_be_its_own()
    {
        await house.WorkType();
        var hurried = await house.WorkType(Given.Plain with { Sla = [new(ClockKind.Response, Priority.Normal, 30)] });
        Assert.Equal(Duration.FromMinutes(30), await TimeToAnswer(await house.Request(branch)));
        Assert.Equal(Duration.FromMinutes(15), await TimeToAnswer(await house.Request(branch, urgency: Urgency.Emergency)));

        await house.Admin.Post(new RetireWorkType(hurried));
        Assert.Equal(Duration.FromMinutes(60), await TimeToAnswer(await house.Request(branch)));
    }

    [Fact]
    public async Task A_symptom_that_says_which_work_it_takes_says_how_soon_it_is_answered()
    {
        var slow = await house.WorkType(Given.Plain with { Sla = [new(ClockKind.Response, Priority.Normal, 240)] });
        await house.WorkType();
        await house.Admin.Post(new DefineFailureCode(house.New<FailureCodeId>(), CodeKind.Symptom, "drips", "Drips", slow));
        var request = house.New<ServiceRequestId>();
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, "Water under the counter"));
        Assert.Equal(Duration.FromMinutes(60), await TimeToAnswer(request));

        await office.Post(new DescribeRequest(request, Symptom: "drips"));
        Assert.Equal(Duration.FromMinutes(240), await TimeToAnswer(request));
    }

    private async Task<Duration> TimeToAnswer(ServiceRequestId request)
    {
        await house.Settled();
        var body = (await office.Feed()).Documents.Single(d => d.Id == request.Value).Body;
        return Instant.FromDateTimeOffset((DateTimeOffset)body["answerBy"]!) - Instant.FromDateTimeOffset((DateTimeOffset)body["receivedAt"]!);
    }
}
