using Callout.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.House.Tests;

/// <summary>Each rule holds for the house as it is put together, and finds the violation that is planted for it.</summary>
public sealed class HouseRulesTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"callout-rules-{Guid.NewGuid():N}");
    private readonly Kernel.House house;

    public HouseRulesTests() => house = Build(null).Services.GetRequiredService<Kernel.House>();

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void Every_command_and_query_says_who_may()
    {
        Assert.Empty(HouseRules.WithoutAccessRule(house.Commands.Select(c => (c.Route, (Rule?)c.May)).Concat(house.Queries.Select(q => (q.Route, (Rule?)q.May)))));
        Assert.Equal(2, HouseRules.WithoutAccessRule([("safe/open", null), ("safe/empty", May.Anyone)]).Count());
    }

    [Fact]
    public void Every_command_has_an_example()
    {
        Assert.Empty(HouseRules.WithoutExample(house.Commands.Select(c => c.Body)));
        Assert.Single(HouseRules.WithoutExample([typeof(PlantedCommand)]));
    }

    [Fact]
    public void Every_id_is_known_to_storage_and_wire()
    {
        Assert.Empty(HouseRules.UnmappedIds(Assemblies.SelectMany(a => a.GetTypes())));
        Assert.Single(HouseRules.UnmappedIds([typeof(PlantedId)]));
    }

    [Fact]
    public void No_event_holds_a_text_that_may_be_personal()
    {
        Assert.Empty(HouseRules.TextsInEvents(house.Events.Keys));
        Assert.Single(HouseRules.TextsInEvents([typeof(PlantedEvent)]));
    }

    [Fact]
    public void Every_event_has_its_approved_shape()
    {
        var (path, shapes) = (Path.Combine(Repository.Root, "tests", "House.Tests", "ledger.approved.txt"), HouseRules.Shapes(house.Events).ToList());
        if (Environment.GetEnvironmentVariable("CALLOUT_APPROVE") is { Length: > 0 }) File.WriteAllLines(path, shapes);

        Assert.True(shapes.SequenceEqual(File.ReadAllLines(path)), $"An event is a promise. If the change is meant, give it a new version, and run ./do approve:\n{string.Join('\n', shapes)}\n");
        Assert.DoesNotContain(HouseRules.Shapes(new Dictionary<Type, EventAttribute> { [typeof(PlantedEvent)] = new("request.received") }).Single(), shapes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Host=localhost;Database=none")]
    public void The_migrations_say_what_the_model_says(string? postgres)
    {
        using var db = Build(postgres).Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext();
        Assert.False(db.Database.HasPendingModelChanges(), "Run ./do migration.");
    }

    [Fact]
    public void A_text_column_that_does_not_say_whether_it_is_personal_stops_the_start() =>
        Assert.Contains("does not say whether it is personal", Assert.Throws<InvalidOperationException>(() => Build(null, new PlantedModule()).Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext().Model).Message);

    private static IEnumerable<System.Reflection.Assembly> Assemblies => Modules.All.Select(m => m.GetType().Assembly).Append(typeof(Db).Assembly);

    private WebApplication Build(string? postgres, params IModule[] more) => Server.Build(data, postgres, [.. Modules.All, .. more]);
}

internal readonly record struct PlantedId(Guid Value);

internal sealed record PlantedCommand(int Number);

[Event("planted.happened")]
internal sealed record PlantedEvent(string Name) : IEvent;

internal sealed class PlantedModule : IModule
{
    public void Define(Module module) { }
}

internal sealed class PlantedRow
{
    public long Id { get; init; }

    public string Name { get; init; } = "";
}

internal sealed class PlantedMap : EntityMap<PlantedRow>
{
    protected override void Map(Mapping<PlantedRow> map) => map.SeenByAll();
}
