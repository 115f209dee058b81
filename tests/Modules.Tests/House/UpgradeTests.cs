using Callout.App.Backups;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Callout.Modules.Tests;

/// <summary>A program that is newer than its database leaves a way back before it changes anything; one that is older changes nothing.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private string to = null!;
    private (string Folder, string? Postgres) place;

    public async Task InitializeAsync() => (place, to) = (await TestHouse.Nowhere(), Directory.CreateTempSubdirectory("callout-upgrades-").FullName);

    public Task DisposeAsync()
    {
        Directory.Delete(place.Folder, recursive: true);
        Directory.Delete(to, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_older_database_is_backed_up_before_it_is_upgraded()
    {
        await Run("CREATE TABLE old_note (text text); INSERT INTO old_note VALUES ('kept')");

        await using (var app = Build()) await Upgrade.Open(app, to, CancellationToken.None);

        var backup = await BackupFolder.Open(Assert.Single(Backup.In(to)), RecoveryKey.Of(new(place.Folder)), CancellationToken.None);
        Assert.Empty(backup.Manifest.Database.Migrations);
        Assert.Contains("kept", await File.ReadAllTextAsync(Path.Combine(backup.Database, place.Postgres is null ? "callout.db" : "old_note.copy")));
        await using (var again = Build()) await Upgrade.Open(again, to, CancellationToken.None);
        Assert.Single(Backup.In(to));
    }

    [Fact]
    public async Task An_upgrade_that_fails_says_where_the_backup_lies()
    {
        await using (var app = Build()) await Upgrade.Open(app, to, CancellationToken.None);
        Assert.Empty(Backup.In(to));
        await Run("DELETE FROM \"__EFMigrationsHistory\"");

        await using var again = Build();
        var trouble = await Assert.ThrowsAsync<Trouble>(() => Upgrade.Open(again, to, CancellationToken.None));

        Assert.Contains($"callout restore {Assert.Single(Backup.In(to))} --replace", trouble.Message);
    }

    [Fact]
    public async Task A_backup_that_fails_stops_the_upgrade()
    {
        await Run("CREATE TABLE old_note (text text)");
        var notAFolder = Path.Combine(to, "file");
        await File.WriteAllTextAsync(notAFolder, "");

        await using var app = Build();
        Assert.Contains("Nothing was changed", (await Assert.ThrowsAsync<Trouble>(() => Upgrade.Open(app, notAFolder, CancellationToken.None))).Message);

        Assert.NotEmpty((await app.Services.GetRequiredService<IStorage>().Schema(CancellationToken.None)).Pending);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using (var app = Build()) await app.Open(CancellationToken.None);
        await Run("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('99991231000000_Later', '99.0.0')");

        await using var again = Build();
        var trouble = await Assert.ThrowsAsync<Trouble>(() => Upgrade.Open(again, to, CancellationToken.None));

        Assert.Contains("by a newer Callout (99991231000000_Later)", trouble.Message);
        Assert.Empty(Backup.In(to));
    }

    private WebApplication Build() => App.Server.Build(place.Folder, place.Postgres, App.Modules.All);

    private async Task Run(string sql)
    {
        if (place.Postgres is null)
        {
            await using var connection = new SqliteConnection($"Data Source={new DataFolder(place.Folder).Database};Pooling=false");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
        else
        {
            await using var source = NpgsqlDataSource.Create(place.Postgres);
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }
}
