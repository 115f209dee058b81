using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Callout.Identity;
using Callout.WorkOrders;

namespace Callout.House.Bench;

/// <summary>The morning: --devices come back within --seconds, each on a connection of its own, with three actions of the evening before to send and everything to fetch.
/// Before them one phone after a long day, alone: 500 actions and 40 photos.</summary>
internal static class ShiftStartBench
{
    private const int VisitsEach = 8, DevicesEach = 8, Waiting = 3, Actions = 500, Photos = 40, PhotoBytes = 300_000, PieceBytes = 256 * 1024, AtOnce = 100;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    public static async Task Run(Options options, Report report)
    {
        using var server = await options.Start();
        using var office = Client(server, await server.Key);
        var field = await Fill(office, Math.Max(1, options.Devices / DevicesEach));
        var epoch = (await office.GetFromJsonAsync<JsonElement>("/api/feed")).GetProperty("epoch").GetString()!;

        var (cpu, watch) = (Cpu(server), Stopwatch.StartNew());
        await LongDay(server, field[0], epoch);
        report.Add($"{Actions} actions and {Photos} photos of one phone, s", watch.Elapsed.TotalSeconds);
        report.Add("the same, CPU s of the server", Cpu(server) - cpu);

        var random = new Random(5);
        (cpu, watch) = (Cpu(server), Stopwatch.StartNew());
        var all = await Task.WhenAll(Enumerable.Range(0, options.Devices).Select(n => ComeBack(server, field[n % field.Count], TimeSpan.FromSeconds(random.NextDouble() * options.Seconds), epoch)));
        Tell(report, all, watch.Elapsed, Cpu(server) - cpu);
    }

    private static void Tell(Report report, IReadOnlyList<Returned> all, TimeSpan took, double cpu)
    {
        var times = all.Select(r => r.Seconds).Order().ToList();
        report.Add("devices", all.Count);
        report.Add("all of them in step after, s", took.TotalSeconds);
        report.Add("one of them, p50 s", times[times.Count / 2]);
        report.Add("one of them, p99 s", times[times.Count * 99 / 100]);
        report.Add("one of them, longest s", times[^1]);
        report.Add("told to wait (429)", all.Sum(r => r.Busy));
        report.Add("other errors", all.Count(r => r.Failed is not null));
        report.Add("kB fetched by each", all.Average(r => r.Bytes) / 1000);
        report.Add("CPU ms a device, server", cpu * 1000 / all.Count);
        report.Add("load average at the end", double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture));
        foreach (var failed in all.Select(r => r.Failed).OfType<string>().Distinct().Take(5)) Console.Error.WriteLine(failed);
    }

    /// <summary>From the moment at which it meant to begin, whether or not it got its turn then.</summary>
    private static async Task<Returned> ComeBack(ServerProcess server, Field who, TimeSpan after, string epoch)
    {
        await Task.Delay(after);
        var (watch, busy, bytes) = (Stopwatch.StartNew(), 0, 0L);
        using var http = Client(server, who.Key);
        var device = New();
        try
        {
            for (string? cursor = null; ;)
            {
                var page = await Ask(() => new(HttpMethod.Get, $"/api/feed?device={device}&store={device}&digests=true{(cursor is null ? "" : $"&cursor={cursor}")}"));
                cursor = page.GetProperty("next").GetString();
                if (page.GetProperty("complete").GetBoolean()) break;
            }

            await Ask(() => Push(epoch, device, 1, Notes(who, Waiting)));
            return new(watch.Elapsed.TotalSeconds, busy, null, bytes);
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return new(watch.Elapsed.TotalSeconds, busy, failed.Message, bytes);
        }

        async Task<JsonElement> Ask(Func<HttpRequestMessage> request)
        {
            for (; ; busy++)
            {
                using var answer = await http.SendAsync(request());
                var text = await answer.Content.ReadAsStringAsync();
                bytes += text.Length;
                if (answer.IsSuccessStatusCode) return JsonDocument.Parse(text).RootElement;
                if (answer.StatusCode != HttpStatusCode.TooManyRequests) throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
            }
        }
    }

    /// <summary>As the client's core does it: words first, a hundred at once, then photos one after the other, in pieces.</summary>
    private static async Task LongDay(ServerProcess server, Field who, string epoch)
    {
        using var http = Client(server, who.Key);
        var (device, photos) = (New(), Enumerable.Range(0, Photos).Select(_ => Photo()).ToList());
        List<Said> lines = [.. Notes(who, Actions - Photos), .. photos.Select(p => Line("work-orders/attach", new { attachment = New(), workOrder = who.Work[0].Order, visit = who.Work[0].Visit, hash = p.Hash, name = "after.jpg", mediaType = "image/jpeg" }))];
        for (var sent = 0; sent < lines.Count; sent += AtOnce)
        {
            using var answer = await http.SendAsync(Push(epoch, device, sent + 1, lines.Skip(sent).Take(AtOnce)));
            var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{told}");
            var other = told.GetProperty("outcomes").EnumerateArray().FirstOrDefault(o => o.GetProperty("outcome").GetString() != "applied");
            if (other.ValueKind != JsonValueKind.Undefined) throw new InvalidOperationException($"{other}");
        }

        foreach (var (hash, bytes) in photos)
        {
            (await http.GetAsync($"/api/blobs/{hash}")).EnsureSuccessStatusCode();
            for (var i = 0; i * PieceBytes < bytes.Length; i++)
            {
                using var piece = new ByteArrayContent(bytes, i * PieceBytes, Math.Min(PieceBytes, bytes.Length - i * PieceBytes)) { Headers = { { "Content-Type", "image/jpeg" } } };
                (await http.PutAsync($"/api/blobs/{hash}/{i}", piece)).EnsureSuccessStatusCode();
            }

            using var whole = await http.PostAsJsonAsync($"/api/blobs/{hash}/complete", new { size = bytes.Length, mediaType = "image/jpeg" });
            if (!(await whole.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("verified").GetBoolean()) throw new InvalidOperationException("A photo is not verified.");
        }
    }

    private static (string Hash, byte[] Bytes) Photo()
    {
        var bytes = RandomNumberGenerator.GetBytes(PhotoBytes);
        (bytes[0], bytes[1], bytes[2]) = (0xFF, 0xD8, 0xFF);
        return (Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
    }

    private static IEnumerable<Said> Notes(Field who, int count) => Enumerable.Range(0, count).Select(i => who.Work[i % who.Work.Count]).Select(w => Line("work-orders/note", new { note = New(), workOrder = w.Order, text = "Belt worn, ordered a new one", visit = w.Visit }));

    private static Said Line(string type, object body) => new(type, body);

    private static HttpRequestMessage Push(string epoch, Guid device, int from, IEnumerable<Said> lines)
    {
        var (now, boot) = (DateTime.UtcNow, New());
        var commands = lines.Select((line, i) => new { id = New(), n = from + i, type = line.Type, body = line.Body, deviceTime = now, bootId = boot });
        return new(HttpMethod.Post, "/api/sync") { Content = JsonContent.Create(new { epoch, device, sentAt = now, bootId = boot, commands }) };
    }

    private static async Task<IReadOnlyList<Field>> Fill(HttpClient office, int technicians)
    {
        var branch = New();
        await Send(office, "organisation/begin", new { organisation = "Baridi Cooling", timeZone = Zone.Id, currency = "KES", branchCode = "NBO", branch = "Nairobi", firstBranch = branch });
        var (type, account, site, contact) = (New(), New(), New(), New());
        var crew = Enumerable.Range(0, technicians).Select(_ => New()).ToList();
        var work = crew.SelectMany(t => Enumerable.Range(0, VisitsEach).Select(n => (Technician: t, No: n, Request: New(), Order: New(), Visit: New()))).ToList();
        await Batch(office, [
            ("work-types/define", new DefineWorkType(new(type), "plain", "Plain work", WorkKind.Repair, Given.Plain)),
            ("accounts/add", new { account, details = new { kind = "company", name = "Savanna Fresh", branch } }),
            ("sites/add", new { site, account, details = new { name = "Shop", branch, zone = Zone.Id, address = new { town = "Nairobi" } } }),
            ("contacts/add", new { contact, account, details = new { name = "Rehema Njoroge", phones = new[] { "+254722000418" } } }),
        ]);
        await Batch(office, [.. crew.Select((t, n) => ("technicians/add", (object)new { technician = t, branch, name = $"Technician {n}", employment = "employee", profile = new { zone = Zone.Id } }))]);
        await Batch(office, [.. work.Select(w => ("requests/receive", (object)new { request = w.Request, branch, channel = "phone", summary = "Cold room at 9 degrees", account, site, contact }))]);
        await Batch(office, [.. work.Select(w => ("work-orders/open", (object)new OpenWorkOrder(new(w.Order), new(w.Request), new(type))))]);
        var day = SystemClock.Instance.GetCurrentInstant().InZone(Zone).Date.PlusDays(1);
        await Batch(office, [.. work.Select(w =>
        {
            var start = (day + new LocalTime(7, 0)).InZoneLeniently(Zone).ToInstant() + Duration.FromMinutes(90 * w.No);
            return ("visits/plan", (object)new PlanVisit(new(w.Visit), new(w.Order), new(w.Technician), start, start + Duration.FromMinutes(55), Zone, 20));
        })]);
        await Batch(office, [.. work.Select(w => ("visits/dispatch", (object)new { visit = w.Visit }))]);
        List<Field> field = [];
        foreach (var technician in crew)
        {
            var made = await Send(office, "api-keys/create", new { key = New(), name = "Phone", rights = new { roles = new[] { "technician" }, branches = new[] { branch }, technician } });
            field.Add(new(made.GetProperty("secret").GetString()!, [.. work.Where(w => w.Technician == technician).Select(w => (w.Order, w.Visit))]));
        }

        while ((await office.GetFromJsonAsync<JsonElement>("/api/feed")).GetProperty("behind").GetInt64() > 0) await Task.Delay(500);
        return field;
    }

    private static async Task<JsonElement> Send(HttpClient office, string route, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{route}") { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", New().ToString());
        using var answer = await office.SendAsync(request);
        var told = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? told : throw new InvalidOperationException($"{route}: {told}");
    }

    private static async Task Batch(HttpClient http, IReadOnlyList<(string Type, object Body)> commands)
    {
        foreach (var some in commands.Chunk(500))
        {
            using var answer = await http.PostAsJsonAsync("/api/batch", new { commands = some.Select(c => new { id = New(), type = c.Type, body = c.Body }) }, Wire.Json);
            answer.EnsureSuccessStatusCode();
            var refused = (await answer.Content.ReadFromJsonAsync<BatchAnswer>(Wire.Json))!.Outcomes.FirstOrDefault(o => o.Outcome == "refused");
            if (refused is not null) throw new InvalidOperationException($"{some[0].Type}: {refused.Code} {refused.Detail}");
        }
    }

    private static HttpClient Client(ServerProcess server, string key)
    {
        var http = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return http;
    }

    private static double Cpu(ServerProcess server) => Process.GetProcessById(server.Id).TotalProcessorTime.TotalSeconds;

    private static Guid New() => Guid.CreateVersion7();

    private sealed record Said(string Type, object Body);

    private sealed record Field(string Key, IReadOnlyList<(Guid Order, Guid Visit)> Work);

    private sealed record Returned(double Seconds, int Busy, string? Failed, long Bytes);
}
