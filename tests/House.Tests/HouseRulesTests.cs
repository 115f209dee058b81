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

    [Fact]
    public void Every_command_is_understood_in_each_shape_that_a_device_may_hold()
    {
        var path = Path.Combine(Repository.Root, "tests", "House.Tests", "commands.approved.txt");
        var present = CommandShape.Present(house.Commands, house.Upcasters).ToList();
        if (Environment.GetEnvironmentVariable("CALLOUT_APPROVE") is { Length: > 0 }) CommandShape.Write(path, CommandShape.Approve(CommandShape.Read(path), present));
        var approved = CommandShape.Read(path);

        Assert.Empty(CommandShape.Unapproved(approved, present));
        Assert.Empty(CommandShape.NotUnderstood(approved, house.Upcasters));
    }

    [Theory]
    [InlineData("Bell Guid, Times Int32=, Loud Loud(Low|High)?", "says more")]
    [InlineData("Bell Guid, Times Int32, Loud Loud(High|Low|Middle)?, Softly Boolean=", "says more")]
    [InlineData("Bell Guid, Times Int32, Loud Loud(Low|High)", "up-caster from version 1")]
    [InlineData("Bell Guid, Times String, Loud Loud(Low|High)?", "up-caster from version 1")]
    [InlineData("Times Int32, Loud Loud(Low|High)?", "up-caster from version 1")]
    [InlineData("Bell Guid, Times Int32, Loud Loud(Low)?", "up-caster from version 1")]
    [InlineData("Bell Guid, Times Int32, Loud Loud(Low|High)?, Who PersonId", "up-caster from version 1")]
    public void A_changed_command_without_an_up_caster_is_found(string changed, string told) =>
        Assert.Contains(told, CommandShape.Unapproved([new("bells/ring", 1, "Bell Guid, Times Int32, Loud Loud(Low|High)?", [])], [new("bells/ring", 1, changed, [])]).Single());

    [Fact]
    public void A_recorded_command_that_nobody_understands_any_more_is_found()
    {
        var recorded = new CommandShape("visits/complete", 1, "", ["""{"visit": "0199f3a0-0000-7000-8000-00000000c001", "result": "fixed"}"""]);
        Assert.Single(CommandShape.NotUnderstood([recorded, recorded with { Recorded = ["""{"visit": "0199f3a0-0000-7000-8000-00000000c001", "outcome": "fixed"}"""] }], house.Upcasters));
        Assert.Single(CommandShape.NotUnderstood([recorded with { Route = "visits/finish" }], house.Upcasters));
        Assert.Single(CommandShape.NotUnderstood([recorded with { Version = 0 }], house.Upcasters));
    }

    [Fact]
    public void The_browser_says_which_shape_it_speaks()
    {
        var path = Path.Combine(Repository.Root, "web", "src", "store", "schemas.ts");
        var lines = house.Commands.Select(c => (c.Route, Version: house.Upcasters.VersionOf(c.Route))).Where(c => c.Version > 1).OrderBy(c => c.Route, StringComparer.Ordinal).Select(c => $"  '{c.Route}': {c.Version},\n");
        var text = $$"""
            /** The version of each command's shape that this client records, where it is not the first. Written by ./do approve. */
            export const schemas: Readonly<Record<string, number>> = {{{string.Concat(lines.Prepend(lines.Any() ? "\n" : ""))}}}

            """;
        if (Environment.GetEnvironmentVariable("CALLOUT_APPROVE") is { Length: > 0 }) File.WriteAllText(path, text);

        Assert.Equal(text, File.ReadAllText(path));
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
