using System.Text.Json;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

/// <summary>Two people set the same field of an order, neither knowing of the other.</summary>
public sealed class ConflictTests : IAsyncLifetime
{
    private readonly Dictionary<Caller, (DeviceId Device, long N)> devices = [];
    private TestHouse house = null!;
    private BranchId branch;
    private Caller grace = null!, ruth = null!, ana = null!;
    private WorkOrderId order;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        (grace, ruth) = (Office("grace"), Office("ruth"));
        var technician = house.New<ResourceId>();
        ana = house.Technician(technician);
        foreach (var (kind, code) in new[] { (CodeKind.Cause, "worn"), (CodeKind.Cause, "dirty"), (CodeKind.Cause, "frozen"), (CodeKind.Action, "replaced") })
            await house.Admin.Post(new DefineFailureCode(house.New<FailureCodeId>(), kind, code, code));
        order = await house.Order(branch);
        await house.Visit(order, branch, technician);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_second_of_two_who_did_not_know_of_each_other_waits_for_somebody_to_choose()
    {
        var seen = await Version();
        await grace.Post(new CodeWorkOrder(order, Cause: "worn"));

        var outcome = await Record(ruth, new CodeWorkOrder(order, Cause: "dirty", Action: "replaced"), seen);

        Assert.Equal(("conflict", null), (outcome.Outcome, outcome.Code));
        // What nobody else had touched is done; what they had stays as it is, and both values are told.
        Assert.Equal(("worn", "replaced"), await Coded());
        var contested = outcome.Answer!.Deserialize<Contested>(Wire.Json)!;
        var field = Assert.Single(contested.Fields);
        Assert.Equal(("cause", "dirty", "worn", Owner.Office), (field.Field, (string)field.Sent!, (string)field.Present!, field.By));
        var waiting = Assert.Single((await grace.Get<Page<ConflictLine>>("conflicts")).Items);
        Assert.Equal((contested.Conflict, "work-order", order.Value), (waiting.Id, waiting.Row, waiting.RowId));
        Assert.Empty((await Office("paul", house.New<BranchId>()).Get<Page<ConflictLine>>("conflicts")).Items);

        Assert.True(await Choose(grace, contested.Conflict, Choice.Sent));
        Assert.Equal(("dirty", "replaced"), await Coded());
        Assert.Empty((await grace.Get<Page<ConflictLine>>("conflicts")).Items);
        Assert.Equal("conflict.settled", (await ruth.Refused(new SettleConflict(contested.Conflict, Choice.Present))).Code);
    }

    [Fact]
    public async Task What_was_there_stays_when_that_is_chosen_and_both_values_are_kept()
    {
        var seen = await Version();
        await grace.Post(new CodeWorkOrder(order, Cause: "worn"));
        var outcome = await Record(ruth, new CodeWorkOrder(order, Cause: "dirty"), seen);
        var conflict = ConflictId.From(outcome.Id);

        Assert.True(await Choose(ruth, conflict, Choice.Present));

        Assert.Equal("worn", (await Coded()).Cause);
        var settled = Assert.Single((await ruth.Get<Page<ConflictLine>>("conflicts?settled=true")).Items);
        Assert.Equal((Choice.Present, "dirty", "worn"), (settled.Kept, (string)settled.Fields[0].Sent!, (string)settled.Fields[0].Present!));
    }

    [Fact]
    public async Task Who_owns_a_field_need_not_wait_for_who_does_not()
    {
        var seen = await Version();
        await grace.Post(new CodeWorkOrder(order, Cause: "worn"));
        Assert.Equal("applied", (await Record(ana, new CodeWorkOrder(order, Cause: "dirty"), seen)).Outcome);
        Assert.Equal("dirty", (await Coded()).Cause);

        // The other way round, what the technician found stays.
        Assert.Equal("conflict", (await Record(ruth, new CodeWorkOrder(order, Cause: "frozen"), seen)).Outcome);
        Assert.Equal("dirty", (await Coded()).Cause);
    }

    [Fact]
    public async Task Nobody_is_in_conflict_with_themselves_or_with_what_they_saw_or_about_the_same_value()
    {
        var seen = await Version();
        Assert.Equal("applied", (await Record(ruth, new CodeWorkOrder(order, Cause: "worn"), seen)).Outcome);
        Assert.Equal("applied", (await Record(ruth, new CodeWorkOrder(order, Cause: "dirty"), seen)).Outcome);
        Assert.Equal("applied", (await Record(grace, new CodeWorkOrder(order, Cause: "dirty"), seen)).Outcome);
        Assert.Equal("applied", (await Record(grace, new CodeWorkOrder(order, Cause: "frozen"), await Version())).Outcome);
        Assert.Equal("applied", (await Record(ruth, new CodeWorkOrder(order, Action: "replaced"), seen)).Outcome);
        Assert.Equal(("frozen", "replaced"), await Coded());
    }

    [Fact]
    public async Task A_choice_between_values_of_which_one_is_old_is_asked_for_again()
    {
        var seen = await Version();
        await grace.Post(new CodeWorkOrder(order, Cause: "worn"));
        var conflict = ConflictId.From((await Record(ruth, new CodeWorkOrder(order, Cause: "dirty"), seen)).Id);
        await grace.Post(new CodeWorkOrder(order, Cause: "frozen"));

        Assert.False(await Choose(ruth, conflict, Choice.Sent));
        Assert.Equal("frozen", (await Coded()).Cause);
        Assert.Equal("frozen", (string)Assert.Single((await ruth.Get<Page<ConflictLine>>("conflicts")).Items).Fields[0].Present!);
        Assert.True(await Choose(ruth, conflict, Choice.Sent));
        Assert.Equal("dirty", (await Coded()).Cause);
    }

    [Fact]
    public async Task A_description_of_an_older_version_joins_what_others_wrote_meanwhile()
    {
        var seen = await Version();
        await grace.Post(new DescribeWorkOrder(order, Summary: "Compressor rattles", Seen: seen));

        Assert.Equal("applied", (await Record(ruth, new DescribeWorkOrder(order, Instructions: "Ring at the back gate", Seen: seen), seen)).Outcome);
        Assert.Equal("conflict", (await Record(ruth, new DescribeWorkOrder(order, Summary: "Compressor is loud", Seen: seen), seen)).Outcome);
        var page = await house.Admin.Get<WorkOrderPage>($"work-orders/{order}");
        Assert.Equal(("Compressor rattles", "Ring at the back gate"), (page.Summary, page.Instructions));
        // At the desk they see it at once, and need no record of it.
        Assert.Equal("stale", (await ruth.Refused(new DescribeWorkOrder(order, Summary: "Compressor is loud", Seen: seen))).Code);
    }

    [Fact]
    public async Task Sent_again_it_is_the_same_conflict_and_everyone_concerned_is_told_of_it()
    {
        var seen = await Version();
        await Record(ana, new CodeWorkOrder(order, Cause: "worn"), seen);
        var ben = house.Technician(house.New<ResourceId>());
        await house.Admin.Post(new ReassignVisit(await OnlyVisit(), ben.Principal.Sight.Technician!.Value));
        var line = Line(ben, new CodeWorkOrder(order, Cause: "dirty"), seen);
        var first = await Send(ben, line);
        var second = await Send(ben, line);

        Assert.Equal(("conflict", first.Answer!.ToJsonString()), (second.Outcome, second.Answer!.ToJsonString()));
        async Task<int> Told(Caller who) => (await who.Feed()).Documents.Count(d => d.Document == "conflict");
        await house.Settled();
        Assert.Equal((1, 0, 1), (await Told(ben), await Told(ana), await Told(grace)));
        Assert.True(await Choose(ben, ConflictId.From(line.Id), Choice.Sent));
        await house.Settled();
        Assert.Equal((0, 0), (await Told(ben), await Told(grace)));
        Assert.Equal("dirty", (await Coded()).Cause);
    }

    [Fact]
    public async Task Versions_of_before_a_restore_say_nothing()
    {
        await grace.Post(new CodeWorkOrder(order, Cause: "worn"));
        var line = Line(ruth, new CodeWorkOrder(order, Cause: "dirty"), await Version()) with { Epoch = "0123456789abcdef" };

        Assert.Equal("conflict", (await Send(ruth, line)).Outcome);
    }

    private Caller Office(string name, BranchId? at = null) => house.As(new Principal($"person:{name}", [Role.Dispatcher], new Sight(Branches: [at ?? branch])));

    private async Task<long> Version() => (await house.Admin.Get<WorkOrderPage>($"work-orders/{order}")).Version;

    private async Task<(string? Cause, string? Action)> Coded() => await house.Admin.Get<WorkOrderPage>($"work-orders/{order}") is var page ? (page.Codes.Cause, page.Codes.Action) : default;

    private async Task<VisitId> OnlyVisit() => Assert.Single((await house.Admin.Get<WorkOrderPage>($"work-orders/{order}")).Visits).Id;

    private static async Task<bool> Choose(Caller who, ConflictId conflict, Choice keep) =>
        (await who.Post(new SettleConflict(conflict, keep))).Deserialize<ConflictAnswer>(Wire.Json)!.Settled;

    private Task<SyncOutcome> Record(Caller who, object command, long seen) => Send(who, Line(who, command, seen));

    private SyncLine Line(Caller who, object command, long seen)
    {
        var (device, n) = devices.GetValueOrDefault(who, (house.New<DeviceId>(), 0));
        devices[who] = (device, n + 1);
        var type = command is CodeWorkOrder ? "work-orders/code" : "work-orders/describe";
        return new(Guid.CreateVersion7(), n + 1, type, JsonSerializer.SerializeToElement(command, command.GetType(), Wire.Json), house.Now, Entity: order.ToString(), BaseVersion: seen);
    }

    private async Task<SyncOutcome> Send(Caller who, SyncLine line) =>
        Assert.Single((await who.Sync(new((await who.Feed()).Epoch, devices[who].Device, [line]))).Outcomes);
}
