using Callout.App;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Callout.Testing;

/// <summary>An empty, migrated database for each house: a SQLite file, or a database on the cluster that CALLOUT_TEST_POSTGRES names.</summary>
public sealed record TestDatabase(string Folder, string? Postgres)
{
    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeTemplate);

    public static readonly string? Cluster = Environment.GetEnvironmentVariable("CALLOUT_TEST_POSTGRES") is { Length: > 0 } cluster ? cluster : null;

    public static async Task<TestDatabase> Make()
    {
        var (template, made) = (await Template.Value, Fresh());
        Directory.CreateDirectory(made.Folder);
        if (made.Postgres is null) File.Copy(Path.Combine(template.Folder, "callout.db"), Path.Combine(made.Folder, "callout.db"));
        else await Create(made, template);
        return made;
    }

    /// <summary>A SQLite house as it was left in a folder.</summary>
    public static TestDatabase Like(string folder)
    {
        var made = Fresh();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(made.Folder, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }

        return made;
    }

    /// <summary>Nothing at all: an empty folder, and on PostgreSQL an empty database.</summary>
    public static async Task<TestDatabase> Empty()
    {
        var made = Fresh();
        Directory.CreateDirectory(made.Folder);
        if (made.Postgres is not null) await Create(made, null);
        return made;
    }

    public void Delete()
    {
        if (Postgres is null) SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static TestDatabase Fresh()
    {
        var name = $"callout_{Guid.NewGuid():N}";
        return new(Path.Combine(Path.GetTempPath(), name), Cluster is null ? null : new NpgsqlConnectionStringBuilder(Cluster) { Database = name, MaxPoolSize = 20 }.ToString());
    }

    private static async Task<TestDatabase> MakeTemplate()
    {
        var template = Fresh();
        if (template.Postgres is not null) await Create(template, null);
        await using (var app = Server.Build(template.Folder, template.Postgres, Modules.All)) await app.Services.GetRequiredService<IStorage>().Prepare(CancellationToken.None);
        return template;
    }

    private static async Task Create(TestDatabase database, TestDatabase? template)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        var from = template is null ? "" : $" TEMPLATE {NameOf(template)}";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {NameOf(database)}{from}", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string? NameOf(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.Postgres).Database;
}
