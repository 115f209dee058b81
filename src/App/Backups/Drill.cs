using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Callout.Identity;
using Callout.WorkOrders;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Callout.App.Backups;

/// <param name="Fault">Null when the backup would have done.</param>
/// <param name="Seconds">From the first byte to the last answer: what a real restore would have taken, and the look at it.</param>
internal sealed record Drilled(Instant At, string Backup, string? Fault, IReadOnlyList<string> Steps, double Seconds);

/// <summary>
/// Restores a backup to an empty place, as after a fire, and works with it: the chain is walked, somebody signs in, orders are opened with
/// their photos. Nothing leaves the copy: its workers do not run, so no message is sent from it.
/// </summary>
internal sealed class Drill(string path, DataFolder home, string? postgres)
{
    private const int OrdersAtMost = 20;

    private readonly List<string> steps = [];
    private readonly DataFolder place = new(Path.Combine(Path.GetTempPath(), $"callout-drill-{Guid.NewGuid():N}"));
    private readonly Stopwatch watch = new();

    /// <summary>Drills of the backups in a folder, the oldest first.</summary>
    public static IReadOnlyList<Drilled> In(string folder)
    {
        var file = Path.Combine(folder, "drills.jsonl");
        return File.Exists(file) ? [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Drilled>(line, Wire.Json)!)] : [];
    }

    /// <param name="tell">Hears each step as it is done.</param>
    public async Task<Drilled> Run(Action<string> tell, IClock clock, CancellationToken ct)
    {
        var at = clock.GetCurrentInstant();
        watch.Start();
        var fault = await Tried(tell, ct);
        var drilled = new Drilled(at, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), fault, steps, Math.Round(watch.Elapsed.TotalSeconds, 1));
        await File.AppendAllTextAsync(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)))!, "drills.jsonl"), JsonSerializer.Serialize(drilled, Wire.Json) + "\n", ct);
        return drilled;
    }

    private async Task<string?> Tried(Action<string> tell, CancellationToken ct)
    {
        var ours = postgres is null;
        try
        {
            if (!ours && !await IsEmpty(ct)) throw new Trouble("The drill wants an empty database of its own, which it empties again at the end; this one is not.");
            ours = true;
            (RecoveryKey.Find(home) ?? throw new Trouble($"The recovery key is needed: put it into {RecoveryKey.Variable}.")).Keep(place);
            var backup = (await new Restore(place, postgres).From(path, replace: false, ct)).Backup;
            Done($"restored: every byte is what was written, the keys open, the chain of {backup.Manifest.Database.Pos} events holds", tell);
            await using var app = Server.Build(place.Root, postgres, Modules.All, Quiet);
            await app.Open(ct);
            await app.StartAsync(ct);
            await Work(app, tell, ct);
            return null;
        }
        catch (Exception error) when (error is Trouble or Refusal or HttpRequestException or InvalidOperationException or JsonException or IOException)
        {
            return error.Message;
        }
        finally
        {
            if (ours) await CleanUp();
        }
    }

    private async Task Work(WebApplication app, Action<string> tell, CancellationToken ct)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = true }) { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Add("X-Callout", "drill");
        http.DefaultRequestHeaders.Add("Origin", http.BaseAddress.GetLeftPart(UriPartial.Authority));
        var (email, password) = (await Visitor(app, http, ct), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        (await http.PostAsJsonAsync("/api/password/set", new SetPassword(email.Token, password), Wire.Json, ct)).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("/api/session/sign-in", new SignIn(email.Address, password), Wire.Json, ct)).EnsureSuccessStatusCode();
        Done($"signed in as {email.Address}, who exists in the copy only", tell);
        var orders = (await http.GetFromJsonAsync<Page<WorkOrderLine>>("/api/work-orders?limit=200", Wire.Json, ct))!.Items.ToArray();
        Random.Shared.Shuffle(orders);
        var photos = 0;
        foreach (var order in orders.Take(OrdersAtMost)) photos += await Open(order, app.Services.GetRequiredService<Blobs>(), http, ct);
        if (orders.Length == 0 && await HasOrders(app, ct)) throw new Trouble("There are orders in the copy, and none is shown.");
        Done($"opened {Math.Min(orders.Length, OrdersAtMost)} work orders and {photos} of their attachments", tell);
    }

    /// <summary>Somebody who may look at everything; the link is what an invited person gets.</summary>
    private static async Task<(string Address, string Token)> Visitor(WebApplication app, HttpClient http, CancellationToken ct)
    {
        var (commands, house, clock) = (app.Services.GetRequiredService<Commands>(), app.Services.GetRequiredService<House>(), app.Services.GetRequiredService<IClock>());
        // Whatever the organisation asks of its auditors, here is nobody with an app for codes.
        await commands.Run(house.CommandOf(typeof(RequireSecondStep)), new RequireSecondStep([]), Envelope.System(Guid.NewGuid()), ct);
        var address = $"drill-{Guid.NewGuid():N}@localhost";
        var invite = new InvitePerson(Id.New<PersonId>(clock.GetCurrentInstant()), "Restore drill", address, new Rights([Role.Auditor], HeadOffice: true));
        var receipt = await commands.Run(house.CommandOf(typeof(InvitePerson)), invite, Envelope.System(Guid.NewGuid()), ct);
        if (receipt.Problem is { } problem) throw new Trouble($"Nobody can be let in: {problem.Detail}");
        return (address, ((Invitation)Wire.Read(receipt.Shown!, typeof(Invitation))).Link!.Split('/')[^1]);
    }

    private static async Task<int> Open(WorkOrderLine line, Blobs blobs, HttpClient http, CancellationToken ct)
    {
        var order = (await http.GetFromJsonAsync<WorkOrderPage>($"/api/work-orders/{line.Id}", Wire.Json, ct))!;
        var photos = 0;
        foreach (var attachment in order.Attachments.Where(a => blobs.Holds(a.Hash)))
        {
            var content = await http.GetByteArrayAsync($"/api/attachments/{attachment.Id}", ct);
            if (Convert.ToHexStringLower(SHA256.HashData(content)) != attachment.Hash) throw new Trouble($"{attachment.Name} of order {order.Number} is not what was attached.");
            photos++;
        }

        return photos;
    }

    private static Task<bool> HasOrders(WebApplication app, CancellationToken ct) =>
        app.Services.GetRequiredService<Sessions>().Read(Principal.System, reading => reading.Of<LedgerEntry>().AnyAsync(e => e.Name == "work-order.opened", ct));

    private void Done(string step, Action<string> tell)
    {
        steps.Add(step);
        tell($"{watch.Elapsed.TotalSeconds,6:0.0} s  {step}");
    }

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.Services.RemoveAll<IHostedService>();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
    }

    private async Task<bool> IsEmpty(CancellationToken ct)
    {
        await using var app = Server.Build(place.Root, postgres, Modules.All);
        var empty = (await app.Services.GetRequiredService<IStorage>().Schema(ct)).Empty;
        Directory.Delete(place.Root, recursive: true);
        return empty;
    }

    private async Task CleanUp()
    {
        if (postgres is not null)
        {
            await using var source = NpgsqlDataSource.Create(postgres);
            await using var command = source.CreateCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        if (Directory.Exists(place.Root)) Directory.Delete(place.Root, recursive: true);
    }
}
