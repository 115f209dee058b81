using System.Net.Http.Json;
using System.Text.Json;
using Callout.Customers;
using Callout.Workforce;
using Callout.WorkOrders;

namespace Callout.Web.Bench;

/// <param name="Day">On which all visits lie.</param>
/// <param name="Visit">One of them, to be shared with its customer.</param>
internal sealed record Filled(LocalDate Day, Guid Branch, Guid Visit, string Key, Uri Server);

/// <summary>A branch with so many technicians, all at work on one day with eight visits each, and with sites all over the country.</summary>
internal static class Filling
{
    private const int AtOnce = 500;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public static async Task<Filled> Of(ServerProcess server, Options options)
    {
        using var http = Desk.Client(server.Url);
        var key = await server.Key;
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var branch = new BranchId((await http.GetFromJsonAsync<JsonElement>("/api/branches")).GetProperty("items")[0].GetProperty("id").GetGuid());
        var random = new Random(7);
        var day = SystemClock.Instance.GetCurrentInstant().InZone(Zone).Date.PlusDays(1);
        var (pattern, type, account) = (new ShiftPatternId(New()), new WorkTypeId(New()), new AccountId(New()));
        var hours = Enumerable.Range(0, 7).Select(d => new PatternHours(d, new(6, 0), new(20, 0), [])).ToList();
        await Batch(http, [
            ("shift-patterns/add", new AddShiftPattern(pattern, new("Every day", 7, new(2026, 1, 5), hours))),
            ("work-types/define", new DefineWorkType(type, "plain", "Plain work", WorkKind.Repair, Given.Plain)),
            ("accounts/add", new { account, details = new { kind = "company", name = "Savanna Fresh", branch } }),
        ]);

        var technicians = Enumerable.Range(0, options.Technicians).Select(n => (Id: new ResourceId(New()), Name: $"{First[n % First.Length]} {Last[n / First.Length % Last.Length]} {n}")).ToList();
        await Batch(http, [.. technicians.Select(t => ("technicians/add", (object)new { technician = t.Id, branch, name = t.Name, employment = "employee", profile = new { zone = Zone.Id, home = Place(random) } }))]);
        await Batch(http, [.. technicians.Select(t => ("technicians/assign-pattern", (object)new { technician = t.Id, pattern, from = "2026-01-05" }))]);
        var sites = Enumerable.Range(0, options.Points).Select(_ => new SiteId(New())).ToList();
        await Batch(http, [.. sites.Select((s, n) => ("sites/add", (object)new { site = s, account, details = new { name = $"Shop {n}", branch, zone = Zone.Id, address = new { town = "Nairobi" }, position = Position(random) } }))]);

        var work = Enumerable.Range(0, options.Visits).Select(n => (Request: new ServiceRequestId(New()), Order: new WorkOrderId(New()), Visit: new VisitId(New()), Site: sites[n % sites.Count])).ToList();
        await Batch(http, [.. work.Select(w => ("requests/receive", (object)new { request = w.Request, branch, channel = "phone", summary = "Cold room at 9 degrees", account, site = w.Site, callerName = "Amina Yusuf" }))]);
        await Batch(http, [.. work.Select(w => ("work-orders/open", (object)new OpenWorkOrder(w.Order, w.Request, type)))]);
        var each = Math.Max(1, options.Visits / options.Technicians);
        // The last fifty wait for a time.
        await Batch(http, [.. work.Take(work.Count - 50).Select((w, n) =>
        {
            var start = (day + new LocalTime(7, 0)).InZoneLeniently(Zone).ToInstant() + Duration.FromMinutes(90 * (n % each));
            return ("visits/plan", (object)new PlanVisit(w.Visit, w.Order, technicians[n / each % technicians.Count].Id, start, start + Duration.FromMinutes(55), Zone, 20));
        })]);
        await CaughtUp(http);
        return new(day, branch.Value, work[0].Visit.Value, key, server.Url);
    }

    private static async Task Batch(HttpClient http, IReadOnlyList<(string Type, object Body)> commands)
    {
        foreach (var some in commands.Chunk(AtOnce))
        {
            var lines = some.Select(c => new { id = New(), type = c.Type, body = c.Body });
            using var answer = await http.PostAsJsonAsync("/api/batch", new { commands = lines }, Wire.Json);
            answer.EnsureSuccessStatusCode();
            var refused = (await answer.Content.ReadFromJsonAsync<BatchAnswer>(Wire.Json))!.Outcomes.FirstOrDefault(o => o.Outcome == "refused");
            if (refused is not null) throw new InvalidOperationException($"{some[0].Type}: {refused.Code} {refused.Detail}");
        }
    }

    private static async Task CaughtUp(HttpClient http)
    {
        for (string? cursor = null; ;)
        {
            var page = (await http.GetFromJsonAsync<FeedPage>($"/api/feed?cursor={cursor}", Wire.Json))!;
            if (page is { Behind: 0, Complete: true }) return;
            if (page.Complete) await Task.Delay(500);
            cursor = page.Next;
        }
    }

    private static Guid New() => Guid.CreateVersion7();

    private static object Place(Random random) => new { latitude = -1.3 + (random.NextDouble() - 0.5) / 3, longitude = 36.8 + (random.NextDouble() - 0.5) / 3 };

    private static object Position(Random random) => new { latitude = -1.3 + (random.NextDouble() - 0.5) / 2, longitude = 36.8 + (random.NextDouble() - 0.5) / 2, quality = "building" };

    private static readonly string[] First = ["Grace", "Brian", "Faith", "Kevin", "Aisha", "Dennis", "Mercy", "Ian", "Joseph", "Esther"];

    private static readonly string[] Last = ["Wanjiru", "Otieno", "Njeri", "Mwangi", "Noor", "Ochieng", "Achieng", "Mutua", "Kariuki", "Chebet"];
}
