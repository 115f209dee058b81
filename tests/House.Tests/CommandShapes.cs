using System.Reflection;
using System.Text.Json;

namespace Callout.House.Tests;

/// <summary>
/// What commands.approved.txt holds: each command in each shape that a device may still have in its outbox, and bodies that were really
/// recorded in that shape. A shape may widen: more that may be left out, more values of an enum. Any other change is a new version.
/// </summary>
internal sealed record CommandShape(string Route, int Version, string Shape, IReadOnlyList<string> Recorded)
{
    private string Name => $"{Route} v{Version}";

    public static IReadOnlyList<CommandShape> Read(string path)
    {
        List<CommandShape> shapes = [];
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
            if (line.StartsWith(' ')) shapes[^1] = shapes[^1] with { Recorded = [.. shapes[^1].Recorded, line.Trim()] };
            else if (line.Split([" v", ": "], 3, StringSplitOptions.None) is [var route, var version, var shape]) shapes.Add(new(route, int.Parse(version, null), shape, []));
        return shapes;
    }

    public static void Write(string path, IEnumerable<CommandShape> shapes) =>
        File.WriteAllLines(path, shapes.SelectMany(s => s.Recorded.Select(r => $"    {r}").Prepend($"{s.Name}: {s.Shape}")));

    public static IEnumerable<CommandShape> Present(IEnumerable<CommandDefinition> commands, Upcasters upcasters) =>
        from command in commands
        let example = command.Body.GetField("Example", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null)
        select new CommandShape(command.Route, upcasters.VersionOf(command.Route), HouseRules.CommandShape(command.Body), example is null ? [] : [Wire.Write(example)]);

    /// <summary>The approved ones with the present ones among them; what a device may hold stays.</summary>
    public static IEnumerable<CommandShape> Approve(IReadOnlyList<CommandShape> approved, IEnumerable<CommandShape> present)
    {
        var all = approved.ToDictionary(s => s.Name);
        foreach (var shape in present)
            if (!all.TryGetValue(shape.Name, out var known)) all[shape.Name] = shape;
            else if (known.Shape != shape.Shape && IsWider(shape.Shape, known.Shape)) all[shape.Name] = known with { Shape = shape.Shape, Recorded = [.. known.Recorded.Union(shape.Recorded)] };
        return all.Values.OrderBy(s => s.Route, StringComparer.Ordinal).ThenBy(s => s.Version);
    }

    /// <summary>Present shapes that were not approved, with what to do about each.</summary>
    public static IEnumerable<string> Unapproved(IReadOnlyList<CommandShape> approved, IEnumerable<CommandShape> present)
    {
        var known = approved.ToDictionary(s => s.Name, s => s.Shape);
        return from shape in present
               let before = known.GetValueOrDefault(shape.Name)
               where before != shape.Shape
               select before is null || IsWider(shape.Shape, before)
                   ? $"{shape.Name} is new or says more than before: run ./do approve, and commit what it wrote."
                   : $"{shape.Name} changed, and devices hold the old one: give its module an up-caster from version {shape.Version}, so that this becomes version {shape.Version + 1}.\n  was {before}\n  is  {shape.Shape}";
    }

    /// <summary>What was recorded once and would not be understood today.</summary>
    public static IEnumerable<string> NotUnderstood(IEnumerable<CommandShape> approved, Upcasters upcasters)
    {
        foreach (var (shape, recorded) in approved.SelectMany(s => s.Recorded.Select(r => (s, r))))
        {
            string? why = null;
            try
            {
                upcasters.Understand(shape.Route, shape.Version, JsonSerializer.Deserialize<JsonElement>(recorded));
            }
            catch (Exception error)
            {
                why = error.Message;
            }

            if (why is not null) yield return $"{shape.Name} is not understood any more ({why}): {recorded}";
        }
    }

    internal static bool IsWider(string now, string before)
    {
        var (news, olds) = (Fields(now), Fields(before));
        return olds.All(o => news.TryGetValue(o.Key, out var type) && TypeIsWider(type, o.Value)) && news.Where(n => !olds.ContainsKey(n.Key)).All(n => n.Value[^1] is '?' or '=');
    }

    private static Dictionary<string, string> Fields(string shape) => Split(shape, ',').Select(f => f.Split(' ', 2)).ToDictionary(f => f[0], f => f[1]);

    private static bool TypeIsWider(string now, string before)
    {
        if (now == before) return true;
        if (before[^1] is '?' && now[^1] is not '?' || before[^1] is '=' && now[^1] is not ('=' or '?')) return false;
        (now, before) = (now.TrimEnd('?', '='), before.TrimEnd('?', '='));
        var at = before.IndexOfAny(['(', '{', '<']);
        if (now == before || at < 0) return now == before;
        if (now.Length <= at || now[at] != before[at] || (before[at] == '<' && now[..at] != before[..at])) return false;
        var (inNow, inBefore) = (now[(at + 1)..^1], before[(at + 1)..^1]);
        return before[at] switch
        {
            '(' => inBefore.Split('|').All(inNow.Split('|').Contains),
            '{' => IsWider(inNow, inBefore),
            _ => Split(inNow, ',').Zip(Split(inBefore, ','), TypeIsWider).All(wider => wider),
        };
    }

    private static IEnumerable<string> Split(string text, char by)
    {
        var (depth, from) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '{' or '<' ? 1 : text[i] is ')' or '}' or '>' ? -1 : 0;
            if (depth > 0 || text[i] != by) continue;
            yield return text[from..i].Trim();
            from = i + 1;
        }

        if (from < text.Length) yield return text[from..].Trim();
    }
}
