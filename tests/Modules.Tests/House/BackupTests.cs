using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Callout.App.Backups;
using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests;

/// <summary>What was acknowledged before a backup began is in it, and comes back from it; nothing else than a whole backup ever does.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private TestHouse house = null!;
    private BranchId branch;
    private string to = null!;

    public async Task InitializeAsync()
    {
        (house, branch) = (await TestHouse.Start(), new BranchId(Guid.CreateVersion7()));
        to = Directory.CreateTempSubdirectory("callout-backups-").FullName;
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(to, recursive: true);
    }

    [Fact]
    public async Task An_installation_is_copied_while_it_serves_and_comes_back_with_its_attachments_and_keys()
    {
        var (order, attachment) = await OrderWithPicture();
        var epoch = (await house.Dispatcher(branch).Feed()).Epoch;
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => KeepWriting(stop.Token)).ToList();
        while (acknowledged.Count < 20) await Task.Delay(10);
        var before = acknowledged.ToArray();

        var backed = await Take();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await house.Stop();
        await using var again = await Restored(backed);

        await again.Settled();
        var office = again.Dispatcher(branch);
        Assert.Equal(order, (await office.Get<WorkOrderPage>($"work-orders/{order}")).Id);
        Assert.Equal(Png, await office.Http.GetByteArrayAsync($"/api/attachments/{attachment}"));
        foreach (var request in before) Assert.Equal(request, (await office.Get<RequestPage>($"requests/{request}")).Request.Id);
        Assert.Null((await again.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault);
        Assert.NotEqual(epoch, (await office.Feed()).Epoch);
    }

    [Fact]
    public async Task A_copy_made_naively_of_the_running_file_does_not_pass_the_same_judgement()
    {
        if (house.Postgres is not null) return;
        for (var i = 0; i < 20; i++) await house.Request(branch);
        var naive = Path.Combine(to, "callout.db");

        File.Copy(new DataFolder(house.Folder).Database, naive);

        // What was acknowledged lies in the write-ahead log still, and is not in the file.
        await using var app = App.Server.Build(to, null, App.Modules.All);
        await app.Services.GetRequiredService<IStorage>().Prepare(CancellationToken.None);
        Assert.True((await app.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Events < (await house.Entries()).Count);
    }

    [Fact]
    public async Task A_photo_that_the_last_backup_holds_takes_no_space_in_the_next()
    {
        await OrderWithPicture();
        var first = await Take();
        var second = await Take();

        var blob = first.Manifest.Parts.Single(p => p.Path.StartsWith("blobs/", StringComparison.Ordinal)).Path;
        File.AppendAllText(Path.Combine(first.Folder, blob), "!");
        Assert.Equal(Png.Length + 1, new FileInfo(Path.Combine(second.Folder, blob)).Length);

        var third = await Take();
        Assert.Equal(Png.Length, new FileInfo(Path.Combine(third.Folder, blob)).Length);
        await BackupFolder.Open(third.Folder, null, CancellationToken.None);
    }

    [Fact]
    public async Task Who_restores_over_what_is_there_keeps_it_and_learns_what_was_lost_and_whose_device_may_have_it()
    {
        var kept = await house.Request(branch);
        await Witnessed();
        var backed = await Take();
        var (device, lost) = (house.New<DeviceId>(), house.New<ServiceRequestId>());
        var line = new SyncLine(Guid.CreateVersion7(), 1, "requests/receive", JsonSerializer.SerializeToElement(new ReceiveRequest(lost, branch, Channel.Phone, "It drips", house.New<AccountId>()), Wire.Json), house.Now);
        Assert.Equal("applied", (await Send(device, line)).Outcome);
        await Witnessed();
        var head = (await house.Entries()).Count;
        await house.Stop();

        Assert.Contains("--replace", (await Assert.ThrowsAsync<Trouble>(() => new Restore(new(house.Folder), house.Postgres).From(backed.Folder, replace: false, CancellationToken.None))).Message);
        var restored = await new Restore(new(house.Folder), house.Postgres).From(backed.Folder, replace: true, CancellationToken.None);

        var event1 = Assert.Single(restored.Loss.Lost);
        Assert.Equal((head, "request.received", $"service-request/{lost}", device.Value), (event1.Pos, event1.Name, event1.Subject, event1.Device));
        Assert.Equal(head - 1, restored.Loss.Held);
        Assert.Contains(lost.ToString(), await File.ReadAllTextAsync(restored.List!));
        Assert.Contains("which may send them again", Losses.Lines(restored.Loss, new Dictionary<string, string>()).Last());
        Assert.NotNull(restored.Aside);
        await house.Restart();
        Assert.Equal(404, (int)(await house.Dispatcher(branch).Http.GetAsync($"/api/requests/{lost}")).StatusCode);
        Assert.Equal((1, 0), (await house.Admin.Get<List<LossPage>>("losses")).Select(l => (l.Lost, l.BackAgain)).Single());
        Assert.Equal("applied", (await Send(device, line)).Outcome);
        await house.Settled();
        Assert.Equal((device.Value, 1, 1), (await house.Admin.Get<List<LossPage>>("losses")).Single().By.Select(b => (b.Device!.Value, b.Lost, b.BackAgain)).Single());
        Assert.Equal(lost, (await house.Dispatcher(branch).Get<RequestPage>($"requests/{lost}")).Request.Id);
        Assert.Equal(kept, (await house.Dispatcher(branch).Get<RequestPage>($"requests/{kept}")).Request.Id);
    }

    [Fact]
    public async Task Who_was_erased_after_the_backup_stays_erased()
    {
        var account = await house.Account(branch, "Zawadi Mwangi", AccountKind.Person);
        await Witnessed();
        var backed = await Take();
        await house.Admin.Post(new ErasePerson(new(account.Value)));
        await Witnessed();
        await house.Stop();

        await new Restore(new(house.Folder), house.Postgres).From(backed.Folder, replace: true, CancellationToken.None);

        await house.Restart();
        Assert.Contains("person.erased", await house.Ledger());
        Assert.DoesNotContain("Zawadi", await house.Admin.Http.GetStringAsync($"/api/accounts/{account}"));
    }

    [Fact]
    public async Task A_start_on_a_database_that_was_put_back_by_hand_is_noticed_and_says_what_to_do()
    {
        await house.Request(branch);
        await Witnessed();
        var backed = await Take();
        await house.Request(branch);
        await Witnessed();
        await house.Stop();
        await PutBack(backed);

        var trouble = await Assert.ThrowsAsync<Trouble>(house.Restart);
        Assert.Contains("This database is behind: it ends at event", trouble.Message);
        Assert.Contains("callout restore --accept", trouble.Message);

        await house.Stop();
        var (loss, list) = await new Restore(new(house.Folder), house.Postgres).Accept(CancellationToken.None);
        Assert.NotEmpty(loss.Lost);
        Assert.True(File.Exists(list));
        await house.Restart();
        await house.Request(branch);
    }

    [Fact]
    public async Task A_server_that_runs_is_not_restored_under_its_feet()
    {
        await house.Request(branch);
        var backed = await Take();
        using var serving = new DataFolder(house.Folder).Take(shared: true);

        var trouble = await Assert.ThrowsAsync<Trouble>(() => new Restore(new(house.Folder), house.Postgres).From(backed.Folder, replace: true, CancellationToken.None));

        Assert.Contains("Stop it first", trouble.Message);
        await house.Request(branch);
    }

    private readonly System.Collections.Concurrent.ConcurrentQueue<ServiceRequestId> acknowledged = [];

    private async Task KeepWriting(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested) acknowledged.Enqueue(await house.Request(branch));
    }

    private async Task<(WorkOrderId Order, AttachmentId Attachment)> OrderWithPicture()
    {
        var (office, order, attachment) = (house.Dispatcher(branch), await house.Order(branch), house.New<AttachmentId>());
        using var body = new ByteArrayContent(Png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        var kept = (await (await office.Http.PostAsync("/api/blobs", body)).Content.ReadFromJsonAsync<Blob>(Wire.Json))!;
        await office.Post(new AttachToWorkOrder(attachment, order, kept.Hash, "before.png", kept.MediaType, AttachmentTag.Before));
        return (order, attachment);
    }

    private async Task<SyncOutcome> Send(DeviceId device, SyncLine line)
    {
        var office = house.Dispatcher(branch);
        return (await office.Sync(new SyncRequest((await office.Feed()).Epoch, device, [line]))).Outcomes.Single();
    }

    /// <summary>Each backup in a second of its own, as its name has it.</summary>
    private async Task<Backed> Take()
    {
        house.Time.Advance(TimeSpan.FromSeconds(2));
        return await house.Services.GetRequiredService<Backup>().Take(to, CancellationToken.None);
    }

    /// <summary>What has happened so far has its numbers, and the witness, who looks once a second, has seen it.</summary>
    private async Task Witnessed()
    {
        await house.Settled();
        house.Time.Advance(TimeSpan.FromSeconds(2));
        await house.Settled();
    }

    private async Task<TestHouse> Restored(Backed backed)
    {
        var place = await TestHouse.Nowhere();
        RecoveryKey.Of(new(house.Folder)).Keep(new(place.Folder));
        await new Restore(new(place.Folder), place.Postgres).From(backed.Folder, replace: false, CancellationToken.None);
        return await house.At(place);
    }

    /// <summary>As with an image of the disk: the database is an earlier one, and nobody was told.</summary>
    private async Task PutBack(Backed backed)
    {
        var elsewhere = await TestHouse.Nowhere();
        RecoveryKey.Of(new(house.Folder)).Keep(new(elsewhere.Folder));
        if (house.Postgres is null)
        {
            foreach (var path in Directory.EnumerateFiles(house.Folder, "callout.db*")) File.Delete(path);
            File.Copy(Path.Combine(backed.Folder, "database", "callout.db"), new DataFolder(house.Folder).Database);
        }
        else
        {
            await new Restore(new(elsewhere.Folder), house.Postgres).From(backed.Folder, replace: true, CancellationToken.None);
        }
    }
}
