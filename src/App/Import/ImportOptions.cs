namespace Callout.App.Import;

/// <param name="Set">Fields of the map that this run gives, such as the branch.</param>
/// <param name="Out">Where the files of rejected and flagged rows go, instead of beside the file.</param>
internal sealed record ImportOptions(string Map, bool DryRun, string Url = "http://localhost:5080", string? Out = null, IReadOnlyDictionary<string, string>? Set = null)
{
    public static ImportOptions Of(IReadOnlyList<string> args)
    {
        string? map = null, output = null;
        bool? dryRun = null;
        var (url, set) = ("http://localhost:5080", new Dictionary<string, string>());
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new UsageException($"{args[i - 1]} wants a value.");
            switch (args[i])
            {
                case "--map": map = Value(); break;
                case "--url": url = Value(); break;
                case "--out": output = Value(); break;
                case "--dry-run": dryRun = true; break;
                case "--apply": dryRun = false; break;
                case "--set" when Value().Split('=', 2) is [var field, var value]: set[field] = value; break;
                default: throw new UsageException($"{args[i]} is not understood.");
            }
        }

        return new(map ?? throw new UsageException("Say how the file is read with --map MAP.json."), dryRun ?? throw new UsageException("Say --dry-run to try every row, or --apply to take them in."), url, output, set);
    }

    public ImportMap Fill(ImportMap map) =>
        Set is not { Count: > 0 } ? map : map with { Fields = map.Fields.Where(f => !Set.ContainsKey(f.Key)).Concat(Set.Select(s => KeyValuePair.Create(s.Key, new FieldMap(Value: s.Value)))).ToDictionary() };
}
