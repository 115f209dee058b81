using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Callout.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Simulation;

/// <summary>One house: two branches, technicians with a day of visits, two dispatchers. What the simulation asks for happens here, and is over when it is answered.</summary>
internal sealed class World : IAsyncDisposable
{
    private const int Technicians = 5, VisitsEach = 3;

    private readonly HashSet<Guid> outOfSight = [];
    private readonly Dictionary<(string Device, long After), bool> told = [];
    private readonly Dictionary<string, int[]> sights = [];
    private TestHouse? house;
    private Kept? kept;
    private Remarks remarks = new(true);
    private Task held = Task.CompletedTask;
    private BranchId[] branches = [];
    private ResourceId[] technicians = [];
    private JsonArray visits = [];
    private string? first;
    private HttpClient http = new();
    private bool isSettled;

    // Which fault is planted on the server's side; web/tests/server/planted.ts names them.
    private string fault = "";

    private TestHouse House => house ?? throw new InvalidOperationException("Begin first.");

    private Kept Kept => kept ?? throw new InvalidOperationException("Begin first.");

    public async Task<JsonNode?> Do(JsonObject ask) => (string?)ask["op"] switch
    {
        "begin" => await Begin((string?)ask["fault"] ?? ""),
        "http" => await Http(ask),
        "advance" => Advance(Duration.FromMilliseconds((double)ask["ms"]!)),
        "settle" => await Settle(),
        "crash" => await Restart(),
        "backup" => await Backup(),
        "restore" => await Restore(),
        "hold" => await Hold(Guid.Parse((string)ask["visit"]!)),
        "release" => await Release(),
        "sight" => See((string)ask["who"]!, [.. ask["branches"]!.AsArray().Select(b => (int)b!)]),
        "known" => await Known([.. ask["ids"]!.AsArray().Select(id => Guid.Parse((string)id!))]),
        var other => throw new InvalidOperationException($"There is no {other}."),
    };

    private async Task<JsonNode> Begin(string planted)
    {
        await Release();
        fault = planted;
        outOfSight.Clear();
        told.Clear();
        if (house is not null) await house.DisposeAsync();
        remarks = new(fault != "lacks up-casters");
        house = first is null ? await TestHouse.Start(remarks) : await TestHouse.Like(first, remarks);
        kept = new(house);
        Reconnect();
        if (first is null) await Furnish();
        foreach (var technician in technicians) house.Technician(technician);
        See("office-0", [0]);
        See("office-1", [0, 1]);
        isSettled = false;
        await Settle();
        await Backup();
        return new JsonObject
        {
            ["visits"] = visits.DeepClone(),
            ["technicians"] = Array(technicians, t => t.ToString()),
            ["branches"] = Array(branches, b => b.ToString()),
            ["now"] = house.Now.ToUnixTimeMilliseconds(),
        };
    }

    private async Task Furnish()
    {
        branches = [House.New<BranchId>(), House.New<BranchId>()];
        technicians = [.. Enumerable.Range(0, Technicians).Select(_ => House.New<ResourceId>())];
        visits = [];
        foreach (var kind in new[] { CodeKind.Cause, CodeKind.Action })
            foreach (var code in new[] { "worn", "dirty", "frozen", "blocked" }) await House.Admin.Post(new DefineFailureCode(House.New<FailureCodeId>(), kind, code, code));
        foreach (var (technician, i) in technicians.Select((t, i) => (t, i)))
            for (var n = 0; n < VisitsEach; n++)
            {
                var order = await House.Order(branches[i % 2]);
                var visit = await House.Visit(order, branches[i % 2], technician, House.Now + Duration.FromHours(1 + 2 * n));
                await House.Dispatcher(branches[i % 2]).Post(new DispatchVisit(visit));
                visits.Add(new JsonObject { ["visit"] = visit.ToString(), ["order"] = order.ToString(), ["technician"] = i, ["branch"] = i % 2 });
            }

        // On SQLite the next begin from here. On PostgreSQL each has a database of its own.
        if (House.Postgres is not null) return;
        await House.Settled();
        await House.Stop();
        first = TestDatabase.Like(House.Folder).Folder;
        await House.Restart();
        Reconnect();
    }

    private JsonNode? See(string who, int[] seen)
    {
        sights[who] = seen;
        House.As(new Principal($"person:{who}", [Role.Dispatcher], new Sight(Branches: [.. seen.Select(i => branches[i])])));
        return null;
    }

    private async Task<JsonNode> Http(JsonObject ask)
    {
        var (who, path) = ((string)ask["who"]!, (string)ask["path"]!);
        if (path != "/api/sync") return await Send(ask, who, path, ask["body"]);
        isSettled = false;
        return await new PlantedSync(fault).Send(ask["body"]!.AsObject(), Applied, body => InSight(who, body, () => Send(ask, who, path, body)));
    }

    private async Task<JsonNode> Send(JsonObject ask, string who, string path, JsonNode? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod((string)ask["method"]!), path);
        request.Headers.Add("Test-Principal", $"person:{Who(who)}");
        if ((string?)ask["cookie"] is { } cookie && fault != "sees no eviction") request.Headers.Add("Cookie", cookie);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new JsonObject
        {
            ["status"] = (int)answer.StatusCode,
            ["epoch"] = answer.Headers.TryGetValues("Callout-Epoch", out var epoch) ? epoch.Single() : null,
            ["body"] = text.Length == 0 ? null : JsonNode.Parse(text),
            ["cookies"] = new JsonObject((answer.Headers.TryGetValues("Set-Cookie", out var given) ? given : []).Select(c => c.Split(';')[0].Split('=', 2)).Select(c => KeyValuePair.Create(c[0], (JsonNode?)c[1]))),
        };
    }

    /// <summary>Notes what is carried out for an office in a branch that it does not see at this moment.</summary>
    private async Task<JsonNode> InSight(string who, JsonObject body, Func<Task<JsonNode>> send)
    {
        if (!sights.TryGetValue(who, out var seen) || seen.Length == 2) return await send();
        List<Guid> ids = [.. body["commands"]!.AsArray().Select(c => Guid.Parse((string)c!["id"]!))];
        var before = await Applied(ids);
        if (fault == "trusts old rights") See(who, [0, 1]);
        var answer = await send();
        See(who, seen);
        List<Guid> fresh = [.. ids.Except(before)];
        var sight = seen.Select(i => branches[i].Value).ToHashSet();
        await using var db = await House.Db();
        var inbox = await Entries(db, fresh);
        outOfSight.UnionWith(inbox.Where(e => e.Branch is { } branch && !sight.Contains(branch)).Select(e => e.CommandId));
        return answer;
    }

    private async Task<HashSet<Guid>> Applied(IReadOnlyCollection<Guid> ids)
    {
        await using var db = await House.Db();
        return (await db.Set<Receipt>().AsNoTracking().Where(r => ids.Contains(r.CommandId) && r.Outcome == Outcome.Applied).Select(r => r.CommandId).ToListAsync()).ToHashSet();
    }

    // What is not numbered yet is looked at once it is.
    private async Task<List<LedgerEntry>> Entries(Db db, List<Guid> ids)
    {
        if (House.Postgres is not null && !remarks.IsHeld) await House.Settled();
        return await db.Set<LedgerEntry>().AsNoTracking().Where(e => ids.Contains(e.CommandId)).ToListAsync();
    }

    private string Who(string who) => who.StartsWith("technician-", StringComparison.Ordinal) ? technicians[int.Parse(who["technician-".Length..], null)].ToString() : who;

    private JsonNode? Advance(Duration by)
    {
        House.Time.Advance(by.ToTimeSpan());
        isSettled = false;
        return null;
    }

    private async Task<JsonNode?> Settle()
    {
        if (!isSettled) await (remarks.IsHeld ? GoOn() : House.Settled());
        isSettled = !remarks.IsHeld;
        if (fault == "boasts") await kept!.ReachNow();
        return null;
    }

    // As far as it goes while a transaction is open.
    private async Task GoOn()
    {
        for (var round = 0; round < 2; round++)
            foreach (var worker in House.Services.GetServices<Worker>().OrderBy(w => w.Name != "numbering"))
                while (await worker.Step(CancellationToken.None)) ;
    }

    private async Task<JsonNode?> Hold(Guid visit)
    {
        if (House.Postgres is null || remarks.IsHeld) return null;
        remarks.Close();
        held = House.Admin.Post(new Hold(visit));
        await Task.WhenAny(remarks.Entered, held);
        return null;
    }

    private async Task<JsonNode?> Release()
    {
        remarks.Release();
        await held;
        isSettled = false;
        return null;
    }

    private async Task<JsonNode?> Restart()
    {
        await Release();
        await House.Restart();
        Reconnect();
        Kept.Reach();
        return null;
    }

    private void Reconnect()
    {
        http.Dispose();
        http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = House.Url };
    }

    private async Task<JsonNode?> Backup()
    {
        await Release();
        if (await Kept.Take()) Reconnect();
        return null;
    }

    private async Task<JsonNode?> Restore()
    {
        await Release();
        await Remember();
        await Kept.PutBack();
        await Restart();
        if (fault != "keeps its epoch") await House.RenewEpoch();
        return null;
    }

    // Who was told once need not be told by the server that was put back.
    private async Task Remember()
    {
        foreach (var loss in (await House.Admin.Get<Page<StorageLossLine>>("storage-losses?settled=true&limit=200")).Items.Concat((await House.Admin.Get<Page<StorageLossLine>>("storage-losses?limit=200")).Items))
            told[(loss.Device.ToString(), loss.After)] = true;
    }

    private async Task<JsonNode> Known(List<Guid> ids)
    {
        await Release();
        await Settle();
        await Remember();
        await using var db = await House.Db();
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(r => ids.Contains(r.CommandId)).ToListAsync();
        var events = (await Entries(db, ids)).ToLookup(e => e.CommandId);
        var conflicts = await db.Set<Conflict>().IgnoreQueryFilters().AsNoTracking().ToListAsync();
        var changes = await db.Set<Change>().AsNoTracking().Where(c => c.Row == "work-order").OrderBy(c => c.Version).ToListAsync();
        return new JsonObject
        {
            ["receipts"] = Array(receipts, r => new JsonObject
            {
                ["id"] = r.CommandId.ToString(), ["outcome"] = r.Outcome.ToString().ToLowerInvariant(), ["code"] = r.Code,
                ["at"] = r.Outcome == Outcome.Applied ? events[r.CommandId].Select(e => e.Pos).DefaultIfEmpty().Min() : 0, ["events"] = Array(events[r.CommandId], e => e.Name),
            }),
            ["conflicts"] = Array(conflicts, c => new JsonObject
            {
                ["id"] = c.Id.ToString(), ["settled"] = c.SettledBy is not null, ["technician"] = c.Technician?.ToString(),
                ["office"] = Array(sights.Where(s => c.Branch is { } branch && s.Value.Any(i => branches[i] == branch)), s => s.Key),
            }),
            ["changes"] = Array(changes, c => new JsonObject
            {
                ["id"] = c.CommandId.ToString(), ["row"] = c.RowId.ToString(), ["version"] = c.Version, ["actor"] = c.Actor,
                ["fields"] = Array(JsonNode.Parse(c.Values)!.AsObject(), f => f.Key),
            }),
            ["losses"] = Array(told.Keys, l => new JsonObject { ["device"] = l.Device, ["after"] = l.After }),
            ["outOfSight"] = Array(outOfSight, id => id.ToString()),
        };
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> of) => new([.. items.Select(of)]);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (house is not null) await house.DisposeAsync();
        if (first is not null) Directory.Delete(first, recursive: true);
    }
}
