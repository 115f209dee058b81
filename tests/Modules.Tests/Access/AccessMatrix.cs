using System.Text.Json;
using System.Text.Json.Nodes;
using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Callout.WorkOrders;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Access;

/// <summary>The house that the matrix asks: everything at every distance, and one of every kind of person.</summary>
public sealed class AccessMatrix : IAsyncLifetime
{
    private const int CombinationsAtMost = 60;

    private readonly Dictionary<Distance, Plot> plots = [];
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> told = [];

    public TestHouse House { get; private set; } = null!;

    internal IReadOnlyList<Actor> Actors { get; private set; } = [];

    internal IReadOnlyDictionary<Distance, Plot> Plots => plots;

    internal IReadOnlyList<(string Door, RouteEndpoint Endpoint)> Doors => [.. All.Where(d => !d.Door.Contains("/planted/", StringComparison.Ordinal))];

    internal IReadOnlyList<(string Door, RouteEndpoint Endpoint)> Planted => [.. All.Where(d => d.Door.Contains("/planted/", StringComparison.Ordinal))];

    private IEnumerable<(string Door, RouteEndpoint Endpoint)> All => Policy.Doors(House.Services.GetRequiredService<EndpointDataSource>()).DistinctBy(d => d.Door);

    /// <summary>What was told to somebody who may not see it.</summary>
    internal IEnumerable<string> Told => told.Where(t => !t.Contains("/planted/", StringComparison.Ordinal)).Distinct();

    internal IEnumerable<string> ToldByPlanted => told.Where(t => t.Contains("/planted/", StringComparison.Ordinal)).Distinct();

    public async Task DisposeAsync() => await House.DisposeAsync();

    public async Task InitializeAsync()
    {
        House = await TestHouse.Start(new PlantedDoors());
        await House.Admin.Post(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "MAIN", "Main office"));
        await House.Admin.Post(new Callout.Contracts.AddPriceList(House.New<Callout.Contracts.PriceListId>(), "For everyone", "KES", new(2026, 1, 1), Callout.Contracts.AddPriceList.Example.Lines));
        foreach (var (kind, code) in new[] { (CodeKind.Symptom, "too-warm"), (CodeKind.Cause, "worn"), (CodeKind.Action, "replaced") }) await House.Admin.Post(new DefineFailureCode(House.New<FailureCodeId>(), kind, code, code));
        var zone = House.New<ZoneId>();
        await House.Admin.Post(new AddZone(zone, "Here"));
        var (here, there) = (await House.Branch("HERE", zone), await House.Branch("THERE"));
        foreach (var distance in Enum.GetValues<Distance>().Where(d => d != Distance.Never)) plots[distance] = new Plot(House, distance, distance == Distance.Far ? there : here);
        await Task.WhenAll(plots.Values.Select(p => p.Sow()));
        await House.Settled();
        await Task.WhenAll(plots.Values.Select(p => p.Reap()));
        var cast = new Cast(House, here, zone, plots[Distance.Own].Technician, plots[Distance.Own].Account);
        await cast.Assemble();
        Actors = cast.Actors;
        await House.Settled();
    }

    /// <summary>How far each id of the door reaches, in a word for each.</summary>
    internal async Task<string> Reach(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<CommandDefinition>() is { } command) return await Reach(command);
        if (endpoint.Metadata.GetMetadata<QueryDefinition>() is { } query) return await Reach(query);
        return endpoint.RoutePattern.RawText switch
        {
            "/api/attachments/{id:guid}" => await Reach(endpoint, new Slot("id", nameof(AttachmentId), true)),
            "/api/visits/{id:guid}/signature" => await Reach(endpoint, new Slot("id", nameof(VisitId), true)),
            _ => "-",
        };
    }

    internal IEnumerable<Actor> Admitted(RouteEndpoint door) => Actors.Where(a => Policy.Who(Rule.Of(door)!).Contains(a.Letter));

    private async Task<string> Reach(CommandDefinition command)
    {
        var example = Knock.Example(command, plots[Distance.Own].Blob);
        var slots = Slot.In(command.Body, example);
        var admitted = Actors.Where(a => Policy.Who(command.May).Contains(a.Letter) && a.Letter is not ('N' or 'E')).ToList();
        if (slots.Count == 0 || admitted.Count == 0) return "-";

        Dictionary<Slot, Observations> seen = slots.ToDictionary(s => s, s => new Observations(s, IsEveryones(s)));
        (Dictionary<Slot, int?> Rows, Heard Heard)? office = null;
        foreach (var actor in admitted)
        {
            // Who sees the branch can all do with the same rows.
            var (bases, before) = actor.SeesBranches ? office ??= await Base(actor, command, example, slots) : await Base(actor, command, example, slots);
            List<(Slot Slot, Distance Distance, JsonObject Body)> asked = [];
            foreach (var slot in slots)
                foreach (var distance in Enum.GetValues<Distance>())
                    if (Id(slot, distance, bases[slot]) is { } id)
                    {
                        var body = Body(example, bases);
                        slot.Set(body, id);
                        asked.Add((slot, distance, body));
                    }

            var heard = await Knock.Try(actor, command, [.. asked.Select(a => a.Body)]);
            foreach (var (ask, answer) in asked.Zip(heard)) seen[ask.Slot].Add(actor, ask.Distance, answer, before);
        }

        return string.Join(' ', seen.Values.Select(o => o.Word()));
    }

    /// <summary>The rows of their own with which the command goes through; if it never does, those with which it comes furthest.</summary>
    private async Task<(Dictionary<Slot, int?> Rows, Heard Heard)> Base(Actor actor, CommandDefinition command, JsonObject example, IReadOnlyList<Slot> slots)
    {
        (Dictionary<Slot, int?> Rows, Heard Heard)? best = null;
        var needed = slots.Where(s => s.Needed).ToList();
        foreach (var fresh in Fresh(needed))
        {
            var combinations = Combinations(needed, fresh).Take(CombinationsAtMost).ToList();
            var heard = await Knock.Try(actor, command, [.. combinations.Select(c => Body(example, c))]);
            foreach (var (rows, answer) in combinations.Zip(heard))
                if (best is null || Rank(answer) < Rank(best.Value.Heard)) best = (rows, answer);
            if (best is { Heard.Code: "ok" }) break;
        }

        foreach (var slot in slots.Where(s => !s.Needed)) best!.Value.Rows[slot] = null;
        return best!.Value;
    }

    private static int Rank(Heard heard) => heard.Code switch { "ok" => 0, "missing" => 2, "id.taken" => 2, _ => 1 };

    /// <summary>Which of the ids are new: mostly the first, or none.</summary>
    private static IEnumerable<HashSet<Slot>> Fresh(List<Slot> slots)
    {
        if (slots.Count > 0) yield return [slots[0]];
        yield return [];
        foreach (var other in slots.Skip(1)) yield return [other];
    }

    private IEnumerable<Dictionary<Slot, int?>> Combinations(List<Slot> slots, HashSet<Slot> fresh)
    {
        IEnumerable<Dictionary<Slot, int?>> made = [[]];
        foreach (var slot in slots)
        {
            IEnumerable<int?> choices = fresh.Contains(slot) ? [null] : Enumerable.Range(0, Math.Max(1, plots[Distance.Own].Rows(slot.Type).Count)).Select(i => (int?)i);
            made = [.. made.SelectMany(rows => choices
                .Where(c => c is null || !rows.Any(r => r.Key.Type == slot.Type && r.Value == c) || plots[Distance.Own].Rows(slot.Type).Count < 2)
                .Select(c => new Dictionary<Slot, int?>(rows) { [slot] = c }))];
        }

        return made;
    }

    private JsonObject Body(JsonObject example, IReadOnlyDictionary<Slot, int?> rows)
    {
        var body = example.DeepClone().AsObject();
        foreach (var (slot, row) in rows)
            if (slot.Needed) slot.Set(body, row is { } r && plots[Distance.Own].Rows(slot.Type) is { Count: > 0 } own ? own[r] : Guid.NewGuid());
        return body;
    }

    private bool IsEveryones(Slot slot) => plots[Distance.Own].IsEveryones(slot.Type);

    // Two plots lie in one branch, so a branch itself is either theirs or another.
    private Guid? Id(Slot slot, Distance distance, int? row) =>
        slot.Type == nameof(BranchId) && distance is Distance.Near or Distance.Ended ? null :
        distance == Distance.Never ? Guid.NewGuid() : plots[distance].Rows(slot.Type) is var rows && rows.Count > 0 ? rows[Math.Min(row ?? 0, rows.Count - 1)] : null;

    private async Task<string> Reach(QueryDefinition query)
    {
        var route = $"/api/{query.Route}";
        List<Slot> slots = [.. Slot.In(query.Query, null).Select(s => s with { Needed = Nullable.GetUnderlyingType(query.Query.GetProperty(s.Path, Any)!.PropertyType) is null })];
        var words = new Dictionary<Slot, Observations>();
        foreach (var actor in Actors.Where(a => Policy.Who(query.May).Contains(a.Letter)))
        {
            if (slots.Count == 0) Overhear(actor, route, await Knock.Get(actor, Url(query, route, [])), []);
            var bases = slots.Where(s => s.Needed).ToDictionary(s => s, s => Id(s, Distance.Own, 0) ?? Guid.NewGuid());
            foreach (var slot in slots)
                foreach (var distance in Enum.GetValues<Distance>())
                    for (var row = 0; row < (distance == Distance.Never ? 1 : plots[distance].Rows(slot.Type).Count) && Id(slot, distance, row) is not null; row++)
                    {
                        var ids = new Dictionary<Slot, Guid>(bases) { [slot] = Id(slot, distance, row)!.Value };
                        var heard = await Knock.Get(actor, Url(query, route, ids));
                        Overhear(actor, route, heard, ids.Values);
                        (words.TryGetValue(slot, out var known) ? known : words[slot] = new Observations(slot, IsEveryones(slot))).Add(actor, distance, heard with { Text = heard.Text.Replace(ids[slot].ToString(), "", StringComparison.Ordinal) }, new("ok", ""));
                    }
        }

        return words.Count == 0 ? "-" : string.Join(' ', words.Values.Select(o => o.Word()));
    }

    private async Task<string> Reach(RouteEndpoint endpoint, Slot slot)
    {
        var seen = new Observations(slot, IsEveryones(slot));
        foreach (var actor in Admitted(endpoint))
            foreach (var distance in Enum.GetValues<Distance>())
                for (var row = 0; row < (distance == Distance.Never ? 1 : plots[distance].Rows(slot.Type).Count); row++)
                    seen.Add(actor, distance, await Knock.Get(actor, endpoint.RoutePattern.RawText!.Replace("{id:guid}", Id(slot, distance, row).ToString(), StringComparison.Ordinal)), new("ok", ""));
        return seen.Word();
    }

    private const System.Reflection.BindingFlags Any = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.IgnoreCase;

    /// <summary>What else a query must be told has one sensible value.</summary>
    private string Url(QueryDefinition query, string route, Dictionary<Slot, Guid> ids)
    {
        List<string> parts = [];
        foreach (var property in query.Query.GetProperties().Where(p => p.GetSetMethod() is not null))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var value = ids.FirstOrDefault(i => i.Key.Path == name) is { Key: not null } found ? found.Value.ToString() : Value(property.PropertyType, name);
            if (value is null) continue;
            if (route.Contains($"{{{name}}}", StringComparison.Ordinal)) route = route.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            else parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return parts.Count == 0 ? route : $"{route}?{string.Join('&', parts)}";
    }

    private string? Value(Type type, string name) =>
        type == typeof(LocalDate) ? "2026-11-24"
        : type == typeof(Instant) ? (name == "until" ? House.Now + Duration.FromDays(2) : House.Now - Duration.FromDays(1)).ToString()
        : null;

    /// <summary>Keeps what in an answer its reader should not have been told.</summary>
    internal void Overhear(Actor actor, string door, Heard heard, IEnumerable<Guid> asked)
    {
        var known = asked.Select(a => a.ToString()).ToHashSet();
        foreach (var plot in plots.Values.Where(p => !actor.Sees(p.Distance)))
            if (plot.Secrets.FirstOrDefault(s => !known.Contains(s) && heard.Text.Contains(s, StringComparison.OrdinalIgnoreCase)) is { } secret)
                told.Enqueue($"{door} tells {actor} what is {plot.Distance}: {Around(heard.Text, secret)}");
    }

    private static string Around(string text, string secret) => text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) is var at ? text[Math.Max(0, at - 80)..Math.Min(text.Length, at + secret.Length + 20)] : "";
}
