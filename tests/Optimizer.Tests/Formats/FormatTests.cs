using Callout.Optimize;

namespace Callout.Optimizer.Tests;

/// <summary>Small files of each format, their solutions, and what is said about files that are wrong.</summary>
public sealed class FormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private const string Vrptw = """
        TINY

        VEHICLE
        NUMBER     CAPACITY
          2         10

        CUSTOMER
        CUST NO.   XCOORD.   YCOORD.   DEMAND   READY TIME   DUE DATE   SERVICE TIME

            0      0         0          0        0            100        0
            1      3         4          6        0            50         10
            2      1         1          4        20           50         10
            3      0         9          6        0            50         10
        """;

    private const string Trsp = """
        TINY

        INFO
        CREW COUNT  SKILLS  TOOLS   SPARE PARTS
        2       2       1       2

        ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
        0    0     0     0      200    0      []    []    []
        1    3     4     0      200    0      [0,1]    [0]    [1,0]
        2    0     9     0      200    0      [1]    []    [0,0]
        3    1     1     50     60     10     [1]    [0]    [1,1]
        4    0     7     0      100    10     [0]    []    [0,0]
        """;

    private const string Day = """
        {"xy": [[0, 0], [1390, 0], [0, 2780]],
         "vehicles": [{"id": 7, "start_index": 0, "end_index": 0, "skills": [2], "time_window": [0, 2000], "breaks": [{"id": 1, "service": 100, "time_windows": [[200, 700]]}]}],
         "jobs": [{"id": 11, "location_index": 1, "service": 60, "skills": [2], "time_windows": [[0, 100], [300, 400]], "priority": 5},
                  {"id": 12, "location_index": 2, "service": 60, "skills": [], "time_windows": [], "priority": 0}]}
        """;

    public void Dispose() => Directory.Delete(_folder, true);

    private string File(string text, string name = "file")
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Instance Read(string format, string text) => Instance.Read(format, File(text));

    private Plan Solved(Instance instance, string solution)
    {
        var plan = instance.ReadSolution(File(solution, "solution"));
        instance.Write(plan, Path.Combine(_folder, "again"));
        Assert.Equal(Line(solution), Line(System.IO.File.ReadAllText(Path.Combine(_folder, "again"))));
        return plan;
    }

    private static string Line(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void Vrptw_counts_in_tenths_and_carries_loads()
    {
        var problem = Read("vrptw", Vrptw).Problem;
        Assert.Equal((2, 3, 4), (problem.Technicians.Count, problem.Jobs.Count, problem.Travel.Places));
        Assert.Equal((50, 14, 36), (problem.Travel.Seconds(0, 1), problem.Travel.Seconds(0, 2), problem.Travel.Seconds(1, 2)));
        Assert.Equal(new Window(200, 500), Assert.Single(problem.Jobs[1].Windows));
        Assert.Equal((100, 4, 10), (problem.Jobs[1].Duration, problem.Jobs[1].Parts[0].Quantity, problem.Technicians[0].Stock[0].Quantity));
    }

    [Fact]
    public void A_vrptw_solution_is_read_timed_and_written()
    {
        var instance = Read("vrptw", Vrptw);
        var plan = Solved(instance, """{"routes":[[1,2],[3]]}""");
        Assert.True(Check.Of(instance.Problem, plan).Obeys, Check.Of(instance.Problem, plan).ToString());
        Assert.Equal(50 + 36 + 14 + 90 + 90, Score.Of(instance.Problem, plan).Total[Measure.TravelTime]);
        Assert.Contains("part.missing", Check.Of(instance.Problem, instance.ReadSolution(File("""{"routes":[[1,3],[2]]}"""))).ToString());
    }

    [Fact]
    public void Trsp_counts_in_ten_thousandths_rounded_up()
    {
        var problem = Read("trsp", Trsp).Problem;
        Assert.Equal((2, 2), (problem.Technicians.Count, problem.Jobs.Count));
        Assert.Equal((50_000, 14_143, 90_000), (problem.Travel.Seconds(0, 1), problem.Travel.Seconds(0, 3), problem.Travel.Seconds(0, 2)));
        Assert.Equal([new Skill(0), new Skill(1)], problem.Technicians[0].Skills);
        Assert.Equal([new PartNeed(0, 1), new PartNeed(1, 1)], problem.Jobs[0].Parts.Select(p => new PartNeed(p.Part, p.Quantity)));
    }

    [Fact]
    public void A_trsp_tour_leaves_home_as_late_as_it_can()
    {
        var instance = Read("trsp", Trsp);
        var plan = Solved(instance, """{"routes":[[1,4,7,3,5]]}""");    // request 4, the depot for part 1, request 3, home
        Assert.True(Check.Of(instance.Problem, plan).Obeys, Check.Of(instance.Problem, plan).ToString());
        var way = Math.Sqrt(18) + 7 + Math.Sqrt(2) + Math.Sqrt(13);
        Assert.InRange((double)Score.Of(instance.Problem, plan).Total[Measure.Duration] / 10_000, way + 20, way + 20.0005);
        Assert.Contains("part.missing", Check.Of(instance.Problem, instance.ReadSolution(File("""{"routes":[[1,4,3,5]]}"""))).ToString());
    }

    [Fact]
    public void A_day_has_skills_windows_priorities_and_a_break()
    {
        var instance = Read("day", Day);
        var problem = instance.Problem;
        Assert.Equal((130, 260), (problem.Travel.Seconds(0, 1), problem.Travel.Seconds(0, 2)));
        Assert.Equal(new Break(200, 700, 100), Assert.Single(problem.Technicians[0].Shifts[0].Breaks));
        Assert.Equal((5, 2), (problem.Jobs[0].Priority, problem.Jobs[0].Windows.Count));
        var plan = Solved(instance, """{"routes":[{"technician":7,"visits":[{"job":11,"start":300},{"job":12,"start":800}]}]}""");
        Assert.True(Check.Of(problem, plan).Obeys, Check.Of(problem, plan).ToString());
        Assert.Equal(1, plan.Routes[0].Stops.Count(s => s.Kind == StopKind.Break));
    }

    [Theory]
    [InlineData("vrptw", "", "number of vehicles")]
    [InlineData("vrptw", "2 10", "the depot")]
    [InlineData("vrptw", "2 10\n0 0 0 0 0 100 0\n2 0 0 0 0 100 0", "numbered 2")]
    [InlineData("vrptw", "2 10\n0 0 0 0 0 100 0\n1 0 0 0.5 0 100 0", "demand of 1 is 0.5")]
    [InlineData("vrptw", "2 10\n0 0 0 0 0 100 0\n1 0 0 5 50 40 0", "ends at 400, before it starts at 500")]
    [InlineData("vrptw", "2 10\n0 0 0 0 0 1e12 0", "too large")]
    [InlineData("vrptw", "2 10\n0 0 0 0 0 100 0\n1 NaN 0 5 50 60 0", "no number")]
    [InlineData("vrptw", "1.5 10", "1.5")]
    [InlineData("trsp", "", "counts")]
    [InlineData("trsp", "2 1 1 1\n0 0 0 0 200 0 [] [] []", "1 rows")]
    [InlineData("trsp", "0 1 1 1\n0 0 0 0 200 0 [] [] []\n1 0 0 0 200 0 [7] [] []", "skill 7")]
    [InlineData("trsp", "0 1 1 1\n0 0 0 0 200 0 [] [] []\n1 0 0 0 200 0 [x] [] []\n3 0 0 0 200 0 [] [] []", "numbered 3")]
    [InlineData("day", "", "Line 1")]
    [InlineData("day", "{}", "needs xy")]
    [InlineData("day", "{\"xy\": 5}", "$.xy")]
    [InlineData("day", "{\"xy\": [[1]], \"vehicles\": [], \"jobs\": []}", "pair")]
    [InlineData("day", "{\"xy\": [[1,1]], \"vehicles\": [{\"id\": 1}], \"jobs\": []}", "shift of technician 1")]
    [InlineData("day", "{\"xy\": [[1,1]], \"vehicles\": [], \"jobs\": [{\"id\": 1, \"location_index\": 3}]}", "place 3")]
    [InlineData("day", "{\"xy\": [[1,1]], \"vehicles\": [], \"jobs\": [{\"id\": 1}, {\"id\": 1}]}", "id 1")]
    [InlineData("xml", "", "no format xml")]
    public void A_file_that_is_wrong_is_refused_in_words(string format, string text, string says)
    {
        var refused = Assert.Throws<Unreadable>(() => Read(format, text));
        Assert.Contains(says, refused.Message);
    }

    [Theory]
    [InlineData("vrptw", """{"routes":[[1],[2],[3]]}""", "3 routes for 2")]
    [InlineData("vrptw", """{"routes":[[4]]}""", "no customer 4")]
    [InlineData("vrptw", """{"tours":[]}""", "no routes")]
    [InlineData("vrptw", """{"routes":[["a"]]}""", "JSON")]
    [InlineData("trsp", """{"routes":[[3,4,5]]}""", "no technician")]
    [InlineData("trsp", """{"routes":[[1,4,6]]}""", "does not end at 5")]
    [InlineData("trsp", """{"routes":[[1,2,5]]}""", "Node 2")]
    [InlineData("day", """{"routes":[{"technician":8,"visits":[{"job":11,"start":0}]}]}""", "no technician 8")]
    [InlineData("day", """{"routes":[{"technician":7,"visits":[{"job":8,"start":0}]}]}""", "no job 8")]
    public void A_solution_that_is_wrong_is_refused_in_words(string format, string text, string says)
    {
        var instance = Read(format, format switch { "vrptw" => Vrptw, "trsp" => Trsp, _ => Day });
        Assert.Contains(says, Assert.Throws<Unreadable>(() => instance.ReadSolution(File(text, "solution"))).Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.txt", Assert.Throws<Unreadable>(() => Instance.Read("vrptw", Path.Combine(_folder, "nowhere.txt"))).Message);
}
