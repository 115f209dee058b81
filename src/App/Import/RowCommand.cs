using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.App.Import;

/// <summary>A row as the one command that takes it in, whole or not at all.</summary>
internal sealed class RowCommand(ImportMap map, IReadOnlyList<Part> parts)
{
    private static readonly Guid Namespace = new("0199f3a0-0000-8000-8000-0000000ca110");

    public BatchLine Of(Row row, IReadOnlyList<string> findings)
    {
        var number = row.Of(map.Number).Trim();
        if (number.Length == 0) throw new RowRejected($"{map.Number}: every row needs its number in {map.System}.");
        var commands = parts.Select(p => p.Of(row, number, findings, map)).OfType<TogetherLine>().ToList();
        var (type, body) = commands is [var only] ? (only.Type, only.Body) : ("together", JsonSerializer.SerializeToElement(new RunTogether(commands), Wire.Json));
        // The same row gets the same id. One that was changed at its source gets another, and is refused by its number.
        return new BatchLine(Id.Derived(Namespace, 0, $"{map.System}\0{number}\0{type}\0{body.GetRawText()}"), type, body, map.OccurredAt is { } column ? map.Time(column, row.Of(column)) : null);
    }

    public static Guid IdOf(ImportMap map, string number, string part) => Id.Derived(Namespace, 1, $"{map.System}\0{number}\0{part}");
}

/// <summary>One command of a row.</summary>
/// <param name="Name">How the map's fields of it begin; empty when a row is one command.</param>
/// <param name="Ids">Its fields that are ids made from the row's number, and the part whose id each is.</param>
/// <param name="Needs">Without this field there is nothing to add; null: always.</param>
internal sealed record Part(string Name, string Type, IReadOnlyDictionary<string, string> Ids, string? Needs = null, string? References = null)
{
    public TogetherLine? Of(Row row, string number, IReadOnlyList<string> findings, ImportMap map)
    {
        var body = new JsonObject();
        foreach (var (path, field) in map.Fields.Where(f => f.Key.StartsWith(Name, StringComparison.Ordinal)))
            if (field.Of(row, map) is { } value) Put(body, path[Name.Length..], value);
        if (Needs is not null && body[Needs.Split('.')[0]]?[Needs.Split('.')[^1]] is null) return null;
        foreach (var (field, part) in Ids) Put(body, field, RowCommand.IdOf(map, number, part).ToString());
        if (References is not null) Put(body, References, new JsonArray(new JsonObject { ["system"] = map.System, ["number"] = number }));
        if (map.Doubts is { } doubts && doubts.StartsWith(Name, StringComparison.Ordinal)) Doubt(body, doubts[Name.Length..], findings);
        return new TogetherLine(Type, JsonSerializer.SerializeToElement(body, Wire.Json));
    }

    private static void Doubt(JsonObject body, string path, IReadOnlyList<string> findings)
    {
        if (findings.Count == 0) return;
        var (owner, field) = Find(body, path);
        owner[field] = string.Join("\n", new[] { owner[field]?.ToString() }.OfType<string>().Concat(findings.Select(f => $"[{f}]")));
    }

    private static void Put(JsonObject body, string path, JsonNode value)
    {
        var (owner, field) = Find(body, path);
        owner[field] = value;
    }

    private static (JsonObject Owner, string Field) Find(JsonObject body, string path)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1]) body = (JsonObject)(body[step] ??= new JsonObject());
        return (body, steps[^1]);
    }
}
