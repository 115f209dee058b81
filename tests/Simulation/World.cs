using System.Text;
using System.Text.Json.Nodes;
using Callout.WorkOrders;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Simulation;

/// <summary>One house: two branches, technicians with a day of visits, two dispatchers. What the simulation asks for happens here, and is over when it is answered.</summary>
internal sealed class World : IAsyncDisposable
{
    private const int Technicians = 5, VisitsEach = 3;

    private TestHouse? house;
    private BranchId[] branches = [];
    private ResourceId[] technicians = [];
    private HttpClient http = new();

    private TestHouse House => house ?? throw new InvalidOperationException("Begin first.");

    private string Database => Path.Combine(House.Folder, "callout.db");

    public async Task<JsonNode?> Do(JsonObject ask) => (string?)ask["op"] switch
    {
        "begin" => await Begin(),
        "http" => await Http(ask),
        "advance" => Advance(Duration.FromMilliseconds((double)ask["ms"]!)),
        "settle" => await Settle(),
        "crash" => await Restart(),
        "backup" => Backup(),
        "restore" => await Restore((bool?)ask["sameEpoch"] ?? false),
        "sight" => See((string)ask["who"]!, ask["branches"]!.AsArray().Select(b => (int)b!)),
        "receipts" => await Receipts(ask["ids"]!.AsArray().Select(id => Guid.Parse((string)id!))),
        var other => throw new InvalidOperationException($"There is no {other}."),
    };

    private async Task<JsonNode> Begin()
    {
        if (house is not null) await house.DisposeAsync();
        house = await TestHouse.Start();
        Reconnect();
        branches = [house.New<BranchId>(), house.New<BranchId>()];
        technicians = [.. Enumerable.Range(0, Technicians).Select(_ => house.New<ResourceId>())];
        var visits = new JsonArray();
        foreach (var (technician, i) in technicians.Select((t, i) => (t, i)))
        {
            house.Technician(technician);
            for (var n = 0; n < VisitsEach; n++)
            {
                var order = await house.Order(branches[i % 2]);
                var visit = await house.Visit(order, branches[i % 2], technician, house.Now + Duration.FromHours(1 + 2 * n));
                await house.Dispatcher(branches[i % 2]).Post(new DispatchVisit(visit));
                visits.Add(new JsonObject { ["visit"] = visit.ToString(), ["order"] = order.ToString(), ["technician"] = i, ["branch"] = i % 2 });
            }
        }

        See("office-0", [0]);
        See("office-1", [0, 1]);
        await house.Settled();
        Backup();
        return new JsonObject
        {
            ["visits"] = visits,
            ["technicians"] = new JsonArray([.. technicians.Select(t => (JsonNode)t.ToString())]),
            ["branches"] = new JsonArray([.. branches.Select(b => (JsonNode)b.ToString())]),
            ["now"] = house.Now.ToUnixTimeMilliseconds(),
        };
    }

    private JsonNode? See(string who, IEnumerable<int> seen)
    {
        House.As(new Principal($"person:{who}", [Role.Dispatcher], new Sight(Branches: [.. seen.Select(i => branches[i])])));
        return null;
    }

    private async Task<JsonNode> Http(JsonObject ask)
    {
        using var request = new HttpRequestMessage(new HttpMethod((string)ask["method"]!), (string)ask["path"]!);
        request.Headers.Add("Test-Principal", $"person:{Who((string)ask["who"]!)}");
        if (ask["body"] is { } body) request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new JsonObject
        {
            ["status"] = (int)answer.StatusCode,
            ["epoch"] = answer.Headers.TryGetValues("Callout-Epoch", out var epoch) ? epoch.Single() : null,
            ["body"] = text.Length == 0 ? null : JsonNode.Parse(text),
        };
    }

    private string Who(string who) => who.StartsWith("technician-", StringComparison.Ordinal) ? technicians[int.Parse(who["technician-".Length..], null)].ToString() : who;

    private JsonNode? Advance(Duration by)
    {
        House.Time.Advance(by.ToTimeSpan());
        return null;
    }

    private async Task<JsonNode?> Settle()
    {
        await House.Settled();
        return null;
    }

    private async Task<JsonNode?> Restart()
    {
        await House.Restart();
        Reconnect();
        return null;
    }

    private void Reconnect()
    {
        http.Dispose();
        http = new HttpClient { BaseAddress = House.Url };
    }

    private JsonNode? Backup()
    {
        Copy(Database, Database + ".kept");
        return null;
    }

    private async Task<JsonNode?> Restore(bool sameEpoch)
    {
        // What the witness knew would keep the server from starting on an older database, as it should when nobody meant it.
        var witness = House.Services.GetRequiredService<WitnessBook>().Folder;
        await House.Stop();
        Directory.Delete(witness, recursive: true);
        Copy(Database + ".kept", Database);
        await Restart();
        if (!sameEpoch) await House.RenewEpoch();
        return null;
    }

    private static void Copy(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private async Task<JsonNode> Receipts(IEnumerable<Guid> ids)
    {
        List<Guid> wanted = [.. ids];
        await using var db = await House.Db();
        var receipts = await db.Set<Receipt>().AsNoTracking().Where(r => wanted.Contains(r.CommandId)).ToListAsync();
        var events = (await db.Set<LedgerEntry>().AsNoTracking().Where(e => wanted.Contains(e.CommandId)).Select(e => new { e.CommandId, e.Name }).ToListAsync()).ToLookup(e => e.CommandId, e => e.Name);
        return new JsonArray([.. receipts.Select(r => (JsonNode)new JsonObject
        {
            ["id"] = r.CommandId.ToString(), ["outcome"] = r.Outcome.ToString().ToLowerInvariant(), ["code"] = r.Code,
            ["events"] = new JsonArray([.. events[r.CommandId].Select(e => (JsonNode)e)]),
        })]);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (house is not null) await house.DisposeAsync();
    }
}
