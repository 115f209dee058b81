namespace Callout.App;

internal static class Migrate
{
    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        var options = Options.Of(args);
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All);
        await app.Open(CancellationToken.None);
        Console.WriteLine("The database is up to date.");
        return 0;
    }
}
