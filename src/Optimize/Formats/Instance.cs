using System.Text.Json;
using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>A problem read from a file, with the way in which solutions of it are written down.</summary>
public abstract class Instance
{
    public static readonly IReadOnlyList<string> Formats = ["vrptw", "trsp", "day"];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public abstract Problem Problem { get; }

    public static Instance Read(string format, string path)
    {
        try
        {
            return format switch
            {
                "vrptw" => new Vrptw(File.ReadLines(path)),
                "trsp" => new Trsp(File.ReadLines(path)),
                "day" => new ServiceDay(Parsed<ServiceDay.Day>(path)),
                _ => throw new Unreadable($"There is no format {format}; known are {string.Join(", ", Formats)}."),
            };
        }
        catch (Exception e) when (e is Unreadable or InvalidProblem) { throw new Unreadable($"{path}: {e.Message}"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Unreadable(e.Message); }
    }

    /// <summary>The plan that a solution file describes, with the times it implies.</summary>
    public Plan ReadSolution(string path)
    {
        try { return Solution(path); }
        catch (Unreadable e) { throw new Unreadable($"{path}: {e.Message}"); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Unreadable(e.Message); }
    }

    /// <summary>Writes beside the file first, so that it is never half there.</summary>
    public void Write(Plan plan, string path)
    {
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(Solution(plan), Json));
        File.Move(path + ".part", path, overwrite: true);
    }

    protected abstract object Solution(Plan plan);

    protected abstract Plan Solution(string path);

    protected static T Parsed<T>(string path)
    {
        using var file = File.OpenRead(path);
        try { return JsonSerializer.Deserialize<T>(file, Json) ?? throw new Unreadable("The file holds nothing."); }
        catch (JsonException e) { throw new Unreadable($"Line {e.LineNumber + 1}, at {e.Path}: this is not the JSON that was expected."); }
    }

    /// <summary>These tours; what is on none of them is left out.</summary>
    protected Plan PlanOf(IReadOnlyList<Route> routes)
    {
        var served = routes.SelectMany(r => r.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).ToHashSet();
        return new(routes, [.. Enumerable.Range(0, Problem.Jobs.Count).Where(j => !served.Contains(j)).Select(j => new Unassigned(j, Rule.None))]);
    }

    /// <summary>The routes of a solution in which all that is written are numbers.</summary>
    protected sealed record Rows(IReadOnlyList<IReadOnlyList<int>>? Routes);
}
