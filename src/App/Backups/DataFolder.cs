namespace Callout.App.Backups;

/// <summary>Where an installation keeps what is not in its database, and its database too when that is SQLite's.</summary>
/// <param name="Root">What <c>--data</c> names.</param>
public sealed record DataFolder(string Root)
{
    public string Blobs => Path.Combine(Root, "blobs");

    public string Keys => Path.Combine(Root, "keys");

    public string InstallationKey => Path.Combine(Keys, "installation.key");

    public string Database => Path.Combine(Root, "callout.db");

    /// <summary>Where backups before an upgrade go when nothing else is said.</summary>
    public string Backups => Path.Combine(Root, "backups");

    /// <summary>There while a restore puts things in place; whoever finds it does not start.</summary>
    public string RestoreMark => Path.Combine(Root, "restore-under-way");

    /// <summary>Of the witness, one for each database that this folder was ever used with.</summary>
    public string WitnessOf(string? postgres) =>
        Path.Combine(Root, "witness", postgres is null ? "sqlite" : $"postgres-{new Npgsql.NpgsqlConnectionStringBuilder(postgres).Database}");

    /// <summary>Held by whoever serves or restores; two at once on one folder would undo each other's work.</summary>
    /// <param name="shared">Nodes on one PostgreSQL may share a folder.</param>
    public IDisposable Take(bool shared = false)
    {
        var path = Path.Combine(Directory.CreateDirectory(Root).FullName, "in-use");
        try
        {
            if (shared && !File.Exists(path)) File.Create(path).Dispose();
            return shared ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (File.Exists(path))
        {
            throw new Trouble($"A server is running on {Root}. Stop it first; nothing was changed.", error);
        }
    }

    public void CheckRestored()
    {
        if (File.Exists(RestoreMark)) throw new Trouble($"A restore into {Root} was interrupted. Run it again: {File.ReadAllText(RestoreMark).Trim()}");
    }
}
