using System.Text.RegularExpressions;
using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>
/// Technician routing by Pillac, Guéret and Medaglia (2013): technicians with homes, skills, tools and spare parts, requests, and a depot that has every tool and
/// all parts. Times are in ten-thousandths of the file's unit, distances rounded up, so that a plan that is in time here is in time in any arithmetic.
/// </summary>
internal sealed partial class Trsp : Instance
{
    private const double Scale = 10_000;
    private readonly List<Node> _nodes = [];
    private readonly int _technicians;

    private sealed record Node(double X, double Y, int From, int To, int Service, int[] Skills, int[] Tools, int[] Parts);

    public Trsp(IEnumerable<string> lines)
    {
        var counts = Array.Empty<int>();
        foreach (var line in lines)
        {
            var numbers = Fields.Numbers(line);
            if (numbers.Length == 4 && counts.Length == 0) counts = [.. numbers.Select(n => Fields.Whole(n, "A count"))];
            else if (Row().Match(line) is { Success: true } row) Read(row);
        }
        Unreadable.If(counts.Length == 0, "There is no line with the counts of technicians, skills, tools and parts.");
        _technicians = counts[0];
        Unreadable.If(_nodes.Count < 1 + _technicians, $"There are {_nodes.Count} rows for a depot and {_technicians} technicians.");
        Problem = new Problem
        {
            Travel = Roads(),
            Technicians = [.. Enumerable.Range(1, _technicians).Select(Technician)],
            Jobs = [.. Enumerable.Range(1 + _technicians, _nodes.Count - 1 - _technicians).Select(Request)],
            Warehouses = [Depot(counts[2], counts[3])],
            Skills = [.. Enumerable.Range(0, counts[1]).Select(i => $"skill {i}")],
            Tools = [.. Enumerable.Range(0, counts[2]).Select(i => $"tool {i}")],
            Parts = [.. Enumerable.Range(0, counts[3]).Select(i => $"part {i}")],
            Objective = new([new(Measure.UnservedJobs)], [new(Measure.Duration)]),
        }.Checked();
    }

    public override Problem Problem { get; }

    private int LastNode => _nodes.Count - 1;

    protected override object Solution(Plan plan) => new Rows([.. plan.Routes.Select(r => (int[])[r.Technician + 1, .. r.Stops.Select(s => NodeOf(s, r)), LastNode + r.Technician + 1])]);

    protected override Plan Solution(string path)
    {
        var rows = Parsed<Rows>(path).Routes ?? throw new Unreadable("There are no routes.");
        return PlanOf([.. rows.Where(r => r.Count > 2).Select(Tour)]);
    }

    private Route Tour(IReadOnlyList<int> row)
    {
        var technician = row[0];
        Unreadable.If(technician < 1 || technician > _technicians, $"A route begins with {technician}, which is no technician.");
        Unreadable.If(row[^1] != LastNode + technician, $"The route of technician {technician} does not end at {LastNode + technician}.");
        return new Timetable(Problem, technician - 1).Of([.. row.Skip(1).SkipLast(1).Select(StopOf)]);
    }

    private int NodeOf(Stop stop, Route route) => stop.Kind == StopKind.Warehouse ? LastNode + _technicians + route.Technician + 1 : stop.Index + 1 + _technicians;

    private (StopKind, int) StopOf(int node)
    {
        if (node > LastNode + _technicians && node <= LastNode + 2 * _technicians) return (StopKind.Warehouse, 0);
        Unreadable.If(node <= _technicians || node > LastNode, $"Node {node} is neither a request nor a visit to the depot.");
        return (StopKind.Work, node - 1 - _technicians);
    }

    private void Read(Match row)
    {
        var numbers = Fields.Finite(Fields.Numbers(row.Groups[1].Value), $"Row {_nodes.Count}");
        Unreadable.If(numbers[0] != _nodes.Count, $"Row {_nodes.Count} is numbered {numbers[0]}.");
        var which = $"A time of {_nodes.Count}";
        int[][] lists = [.. Enumerable.Range(2, 3).Select(i => Fields.Numbers(row.Groups[i].Value.Replace(',', ' ')).Select(n => Fields.Whole(n, which)).ToArray())];
        _nodes.Add(new(numbers[1], numbers[2], Fields.Scaled(numbers[3], Scale, Math.Ceiling, which), Fields.Scaled(numbers[4], Scale, Math.Floor, which),
            Fields.Scaled(numbers[5], Scale, Math.Ceiling, which), lists[0], lists[1], lists[2]));
    }

    private Travel Roads()
    {
        var n = _nodes.Count;
        var ways = new int[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                ways[i * n + j] = (int)Math.Ceiling(Scale * Line(_nodes[i], _nodes[j]) - 1e-6);
        return Travel.Matrix(n, ways);
    }

    private static double Line(Node a, Node b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    private Technician Technician(int i) => new($"technician {i}")
    {
        StartPlace = i,
        EndPlace = i,
        Shifts = [new(_nodes[i].From, _nodes[i].To)],
        Skills = [.. _nodes[i].Skills.Select(s => new Skill(s))],
        Tools = _nodes[i].Tools,
        Stock = [.. _nodes[i].Parts.Select((quantity, part) => new PartQuantity(part, quantity)).Where(p => p.Quantity > 0)],
    };

    private Job Request(int i) => new($"request {i}", i, _nodes[i].Service)
    {
        Windows = [new(_nodes[i].From, _nodes[i].To)],
        Skills = [.. _nodes[i].Skills.Select(s => new Skill(s))],
        Tools = _nodes[i].Tools,
        Parts = [.. _nodes[i].Parts.Select((quantity, part) => new PartNeed(part, quantity)).Where(p => p.Quantity > 0)],
    };

    private Warehouse Depot(int tools, int parts) => new("depot", 0, 0)
    {
        Opens = _nodes[0].From,
        Closes = _nodes[0].To,
        Tools = [.. Enumerable.Range(0, tools)],
        Stock = [.. Enumerable.Range(0, parts).Select(part => new PartQuantity(part, int.MaxValue))],
    };

    [GeneratedRegex(@"^\s*((?:[-+.\d]+\s+){6})\[([^\]]*)\]\s*\[([^\]]*)\]\s*\[([^\]]*)\]\s*$")]
    private static partial Regex Row();
}
