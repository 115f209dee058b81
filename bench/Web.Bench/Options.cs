namespace Callout.Web.Bench;

internal sealed record Options(int Technicians, int Visits, int Points, string Program, string[] Before, string? Out)
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"callout-web-bench-{Environment.ProcessId}");

    public static Options Of(string[] args)
    {
        string? Value(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
        int Number(string name, int usual) => Value(name) is { } text ? int.Parse(text) : usual;
        var (program, before) = Value("--server") is { } server ? (server, Array.Empty<string>()) : ("dotnet", new[] { Path.Combine("artifacts", "bin", "App", "release", "callout.dll") });
        return new(Number("--technicians", 500), Number("--visits", 4000), Number("--points", 4000), program, before, Value("--out"));
    }
}
