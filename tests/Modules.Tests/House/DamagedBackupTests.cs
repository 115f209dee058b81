using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Callout.App.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests;

/// <summary>A backup that is not exactly what was written is refused, and where it was to go nothing has changed.</summary>
public sealed class DamagedBackupTests : IAsyncLifetime
{
    private const int Damages = 60;

    private readonly Random random = new(2611);

    private TestHouse house = null!;
    private string to = null!;
    private Backed older = null!, backed = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        to = Directory.CreateTempSubdirectory("callout-damaged-").FullName;
        var branch = new BranchId(Guid.CreateVersion7());
        await Picture(branch, 1);
        older = await Take();
        for (byte i = 2; i < 5; i++) await Picture(branch, i);
        await house.Order(branch);
        backed = await Take();
        await house.Settled();
        await house.Stop();
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(to, recursive: true);
    }

    [Fact]
    public async Task No_damage_at_any_of_many_places_is_let_through()
    {
        var (before, lengthsWouldDo) = (await WhatIsThere(), 0);
        for (var i = 0; i < Damages; i++)
        {
            var damaged = Path.Combine(to, $"damaged-{i}");
            Copy(backed.Folder, damaged);
            var what = Damage(damaged, i);
            if (Sizes(damaged).SequenceEqual(Sizes(backed.Folder))) lengthsWouldDo++;
            var trouble = await Record.ExceptionAsync(() => new Restore(new(house.Folder), house.Postgres).From(damaged, replace: true, CancellationToken.None));
            Assert.True(trouble is Trouble, $"{what} was not refused: {trouble}");
            Assert.Contains("Nothing was changed", trouble.Message);
            Directory.Delete(damaged, recursive: true);
        }

        Assert.Equal(before, await WhatIsThere());
        // The control: who looked only at names and lengths would have taken these.
        Assert.True(lengthsWouldDo > Damages / 5, $"Only {lengthsWouldDo} kept every name and length.");
    }

    [Fact]
    public async Task Another_recovery_key_or_none_changes_nothing_at_all()
    {
        var (folder, postgres) = await TestHouse.Nowhere();

        var none = await Assert.ThrowsAsync<Trouble>(() => new Restore(new(folder), postgres).From(backed.Folder, replace: true, CancellationToken.None));
        Assert.Contains(RecoveryKey.Variable, none.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));

        RecoveryKey.New().Keep(new(folder));
        var another = await Assert.ThrowsAsync<Trouble>(() => new Restore(new(folder), postgres).From(backed.Folder, replace: true, CancellationToken.None));
        Assert.Contains("another recovery key", another.Message);
        Assert.Equal(["keys/recovery.key"], Parts.In(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_manifest_that_somebody_else_wrote_is_refused_though_all_of_it_agrees()
    {
        var forged = Path.Combine(to, "forged");
        Copy(backed.Folder, forged);
        var key = RecoveryKey.Of(new(house.Folder));
        var part = backed.Manifest.Parts.First(p => p.Path.StartsWith("database/", StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(forged, part.Path), "x");
        List<Part> parts = [.. backed.Manifest.Parts.Where(p => p != part), await Parts.Of(forged, part.Path, CancellationToken.None)];
        Manifest.Write(forged, backed.Manifest with { Parts = parts }, RecoveryKey.New());

        await BackupFolder.Open(forged, null, CancellationToken.None);
        Assert.Contains("holder of the recovery key", (await Assert.ThrowsAsync<Trouble>(() => BackupFolder.Open(forged, key, CancellationToken.None))).Message);
    }

    private string Damage(string folder, int i)
    {
        var files = Parts.In(folder).Order(StringComparer.Ordinal).ToList();
        // What is small and decides must be hit as often as what is large.
        var name = (i % 5) switch { 0 => Manifest.FileName, 1 => files.First(f => f.StartsWith("keys/", StringComparison.Ordinal)), 2 => Manifest.SealName, _ => files[random.Next(files.Count)] };
        var path = Path.Combine(folder, name);
        var content = File.ReadAllBytes(path);
        var at = random.Next(Math.Max(1, content.Length));
        switch (i % 12)
        {
            case 0 or 4 or 8 when content.Length > 0:
                content[at] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(path, content);
                return $"a bit of byte {at} of {name} flipped";
            case 1 or 9 when content.Length > 0:
                File.WriteAllBytes(path, content[..at]);
                return $"{name} cut to {at} bytes";
            case 2:
                File.Delete(path);
                return $"{name} deleted";
            case 3:
                return Swap(folder, files.Where(f => f.StartsWith("blobs/", StringComparison.Ordinal)).ToList());
            case 5:
                File.WriteAllBytes(path, [.. content, 0]);
                return $"a byte put after {name}";
            case 6:
                File.Move(path, path + "x");
                return $"{name} renamed";
            case 7:
                return FromTheOlder(folder);
            case 10:
                File.WriteAllText(Path.Combine(folder, Path.GetDirectoryName(name)!, $"more-{i}"), "");
                return $"a file put beside {name}";
            case 11:
                File.Move(path, Path.Combine(to, $"moved-{i}"));
                File.CreateSymbolicLink(path, Path.Combine(to, $"moved-{i}"));
                return $"{name} made a link to elsewhere";
            default:
                File.WriteAllBytes(path, [1]);
                return $"{name}, which was empty, filled";
        }
    }

    private string Swap(string folder, List<string> blobs)
    {
        var (one, other) = (blobs[random.Next(blobs.Count / 2)], blobs[^1]);
        File.Move(Path.Combine(folder, one), Path.Combine(folder, "between"));
        File.Move(Path.Combine(folder, other), Path.Combine(folder, one));
        File.Move(Path.Combine(folder, "between"), Path.Combine(folder, other));
        return $"{one} and {other} swapped";
    }

    // Each whole in itself, but of two backups: the database of one with the manifest of the other.
    private string FromTheOlder(string folder)
    {
        List<string> changed = [.. older.Manifest.Parts.Where(p => backed.Manifest.Parts.Any(b => b.Path == p.Path && b.Sha256 != p.Sha256)).Select(p => p.Path), Manifest.FileName, Manifest.SealName];
        var name = changed[random.Next(changed.Count)];
        File.Copy(Path.Combine(older.Folder, name), Path.Combine(folder, name), overwrite: true);
        return $"{name} taken from the backup before";
    }

    private async Task<string> WhatIsThere()
    {
        var text = new StringBuilder();
        foreach (var path in Parts.In(house.Folder).Where(p => p != "in-use").Order(StringComparer.Ordinal)) text.Append((await Parts.Of(house.Folder, path, CancellationToken.None)).ToString());
        if (house.Postgres is null) return text.ToString();
        var copy = Directory.CreateTempSubdirectory("callout-there-").FullName;
        await using (var app = App.Server.Build(house.Folder, house.Postgres, App.Modules.All)) await app.Services.GetRequiredService<IStorage>().CopyTo(copy, CancellationToken.None);
        foreach (var path in Parts.In(copy).Order(StringComparer.Ordinal)) text.Append((await Parts.Of(copy, path, CancellationToken.None)).ToString());
        Directory.Delete(copy, recursive: true);
        return text.ToString();
    }

    private static IEnumerable<(string, long)> Sizes(string folder) => Parts.In(folder).Order(StringComparer.Ordinal).Select(p => (p, new FileInfo(Path.Combine(folder, p)).Length));

    private static void Copy(string from, string to)
    {
        foreach (var path in Parts.In(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.Copy(Path.Combine(from, path), Path.Combine(to, path));
        }
    }

    private async Task Picture(BranchId branch, byte number)
    {
        using var body = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, number, number, number]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        (await house.Dispatcher(branch).Http.PostAsync("/api/blobs", body)).EnsureSuccessStatusCode();
    }

    private async Task<Backed> Take()
    {
        house.Time.Advance(TimeSpan.FromSeconds(2));
        return await house.Services.GetRequiredService<Backup>().Take(to, CancellationToken.None);
    }
}
