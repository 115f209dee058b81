using System.Net.Http.Headers;
using System.Net.Http.Json;
using Callout.App.Backups;
using Callout.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests;

public sealed class DrillTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private string to = null!;
    private (string Folder, string? Postgres) elsewhere;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        to = Directory.CreateTempSubdirectory("callout-drills-").FullName;
        elsewhere = await TestHouse.Nowhere();
        var branch = new BranchId(Guid.CreateVersion7());
        var (office, order) = (house.Dispatcher(branch), await house.Order(branch));
        using var body = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        var kept = (await (await office.Http.PostAsync("/api/blobs", body)).Content.ReadFromJsonAsync<Blob>(Wire.Json))!;
        await office.Post(new AttachToWorkOrder(house.New<AttachmentId>(), order, kept.Hash, "before.png", kept.MediaType, AttachmentTag.Before));
        await house.Settled();
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(to, recursive: true);
        Directory.Delete(elsewhere.Folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_stands_the_drill_when_somebody_can_sign_in_and_open_orders_with_their_photos()
    {
        var backed = await Take();

        var drilled = await Run(backed.Folder);

        Assert.Null(drilled.Fault);
        Assert.Equal(["restored", "signed in", "opened 1 work orders and 1 of their attachments"], drilled.Steps.Select((step, i) => i == 2 ? step : step[..(i == 0 ? 8 : 9)]));
        Assert.Equal(Path.GetFileName(backed.Folder), Drill.In(to).Single().Backup);
        await BackupFolder.Open(backed.Folder, null, CancellationToken.None);
        // The empty database is empty again: it serves for the next drill.
        Assert.Null((await Run(backed.Folder)).Fault);
    }

    [Fact]
    public async Task An_empty_database_with_all_its_seals_right_does_not_stand_it()
    {
        var backed = await Take();
        var parts = new List<Part>();
        foreach (var part in backed.Manifest.Parts)
        {
            if (part.Path.StartsWith("database/", StringComparison.Ordinal)) await File.WriteAllBytesAsync(Path.Combine(backed.Folder, part.Path), []);
            parts.Add(await Parts.Of(backed.Folder, part.Path, CancellationToken.None));
        }

        Manifest.Write(backed.Folder, backed.Manifest with { Parts = parts }, RecoveryKey.Of(new(house.Folder)));
        await BackupFolder.Open(backed.Folder, RecoveryKey.Of(new(house.Folder)), CancellationToken.None);

        Assert.NotNull((await Run(backed.Folder)).Fault);
        Assert.NotNull(Drill.In(to).Single().Fault);
    }

    private Task<Drilled> Run(string backup) => new Drill(backup, new(house.Folder), elsewhere.Postgres).Run(_ => { }, house.Services.GetRequiredService<IClock>(), CancellationToken.None);

    private async Task<Backed> Take() => await house.Services.GetRequiredService<Backup>().Take(to, CancellationToken.None);
}
