using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>
/// Vehicle routing with time windows as Solomon and Gehring and Homberger wrote it down, by the conventions of the DIMACS challenge of 2022: distances are cut off
/// after one decimal. Everything is counted in tenths, so a "second" of this problem is a tenth of the file's unit. A vehicle's capacity is its stock of one part.
/// </summary>
internal sealed class Vrptw : Instance
{
    private readonly List<double[]> _rows = [];
    private int _fleet, _capacity;

    public Vrptw(IEnumerable<string> lines)
    {
        foreach (var line in lines) Read(Fields.Numbers(line));
        Unreadable.If(_fleet < 1, "There is no line with the number of vehicles and their capacity.");
        Unreadable.If(_rows.Count < 1, "There is no line with the seven numbers of the depot.");
        for (var i = 0; i < _rows.Count; i++) Unreadable.If(_rows[i][0] != i, $"Row {i} is numbered {_rows[i][0]}; the depot is 0 and customers follow in order.");
        Problem = new Problem
        {
            Travel = Roads(),
            Technicians = [.. Enumerable.Range(1, _fleet).Select(Vehicle)],
            Jobs = [.. Enumerable.Range(1, _rows.Count - 1).Select(Customer)],
            Parts = ["load"],
            Objective = new([new(Measure.UnservedJobs)], [new(Measure.TravelTime)]),
        }.Checked();
    }

    public override Problem Problem { get; }

    protected override object Solution(Plan plan) => new Rows([.. plan.Routes.Select(r => r.Stops.Where(s => s.Kind == StopKind.Work).Select(s => s.Index + 1).ToArray())]);

    protected override Plan Solution(string path)
    {
        var rows = (Parsed<Rows>(path).Routes ?? throw new Unreadable("There are no routes.")).Where(r => r.Count > 0).ToArray();
        Unreadable.If(rows.Length > _fleet, $"There are {rows.Length} routes for {_fleet} vehicles.");
        foreach (var customer in rows.SelectMany(r => r)) Unreadable.If(customer < 1 || customer >= _rows.Count, $"There is no customer {customer}.");
        return PlanOf([.. rows.Select((row, vehicle) => new Timetable(Problem, vehicle).Of([.. row.Select(c => (StopKind.Work, c - 1))]))]);
    }

    private void Read(double[] numbers)
    {
        if (numbers.Length == 2) (_fleet, _capacity) = (Fields.Whole(numbers[0], "The number of vehicles"), Fields.Whole(numbers[1], "The capacity"));
        else if (numbers.Length == 7) _rows.Add(Fields.Finite(numbers, $"Row {_rows.Count}"));
    }

    private Travel Roads()
    {
        var n = _rows.Count;
        var tenths = new int[n * n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                tenths[i * n + j] = (int)Math.Floor(10 * Line(_rows[i], _rows[j]));
        return Travel.Matrix(n, tenths);
    }

    private static double Line(double[] a, double[] b) => Math.Sqrt((a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));

    private Technician Vehicle(int number) => new($"vehicle {number}")
    {
        StartPlace = 0,
        EndPlace = 0,
        Shifts = [new(Tenths(_rows[0][4], 0), Tenths(_rows[0][5], 0))],
        Stock = [new(0, _capacity)],
    };

    private Job Customer(int i) => new($"customer {i}", i, Tenths(_rows[i][6], i))
    {
        Windows = [new(Tenths(_rows[i][4], i), Tenths(_rows[i][5], i))],
        Parts = Fields.Whole(_rows[i][3], $"The demand of {i}") is > 0 and var demand ? [new(0, demand)] : [],
    };

    private static int Tenths(double time, int row) => Fields.Scaled(time, 10, Math.Floor, $"A time of {row}");
}
