using Callout.App.Backups;

namespace Callout.App;

internal static class Migrate
{
    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        var options = Options.Of(args);
        var folder = new DataFolder(options.Data);
        using var alone = folder.Take(shared: options.Postgres is not null);
        folder.CheckRestored();
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All);
        await Upgrade.Open(app, options.Backups?.To ?? folder.Backups, CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
