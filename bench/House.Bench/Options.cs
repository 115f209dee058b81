namespace Callout.House.Bench;

/// <param name="Server">The published server, or null for the one that lies beside this program.</param>
internal sealed record Options(string What, string? Postgres, string? Server, int Warm, int Count, int Runs, bool Json, int Devices, int Seconds)
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"callout-bench-{Environment.ProcessId}");

    public static Options Of(string[] args)
    {
        string? Value(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
        int Number(string name, int usual) => Value(name) is { } text ? int.Parse(text) : usual;
        return new Options(args.FirstOrDefault() ?? "", Value("--postgres"), Value("--server"), Number("--warm", 20_000), Number("--count", 10_000), Number("--runs", 3), args.Contains("--json"), Number("--devices", 5_000), Number("--seconds", 120));
    }

    public (string Program, string[] Before) Program => Server is null ? ("dotnet", ServerProcess.Beside("callout.dll", "Callout.House.Bench")) : (Server, []);

    public Task<ServerProcess> Start() => ServerProcess.Start(Program.Program, Program.Before, Folder, Postgres);
}
