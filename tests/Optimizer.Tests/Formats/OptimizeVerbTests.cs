using System.Text.Json;
using Callout.Optimize;

namespace Callout.Optimizer.Tests;

public sealed class OptimizeVerbTests : IDisposable
{
    private const string Instance = """
        2 10
        0 0 0 0 0 100 0
        1 3 4 6 0 50 10
        2 1 1 4 20 50 10
        3 0 9 6 0 50 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly StringWriter _answer = new(), _talk = new();

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    public OptimizeVerbTests() => File.WriteAllText(Path("instance"), Instance);

    public void Dispose() => Directory.Delete(_folder, true);

    private int Run(string args) => OptimizeVerb.Run([.. args.Split(' ').Select(a => a.Replace("@", _folder + "/"))], _answer, _talk);

    [Fact]
    public void A_plan_is_written_and_its_cost_is_told()
    {
        Assert.Equal(0, Run("--format vrptw @instance --iterations 500 --seed 3 --out @plan"));
        var told = JsonDocument.Parse(_answer.ToString()).RootElement;
        Assert.Equal((0, 2, 3), (told.GetProperty("unserved").GetInt32(), told.GetProperty("tours").GetInt32(), told.GetProperty("seed").GetInt32()));
        Assert.Equal(280, told.GetProperty("measures").GetProperty("travel_time").GetInt32());
        Assert.True(told.GetProperty("peak_megabytes").GetDouble() > 1 && told.GetProperty("cpu_seconds").GetDouble() > 0);
        Assert.Equal(280, Score.Of(Optimize.Instance.Read("vrptw", Path("instance")).Problem, Optimize.Instance.Read("vrptw", Path("instance")).ReadSolution(Path("plan"))).Total[Measure.TravelTime]);
    }

    [Fact]
    public void It_begins_with_the_solution_it_is_given()
    {
        File.WriteAllText(Path("start"), """{"routes":[[1,2],[3]]}""");
        Assert.Equal(0, Run("--format vrptw @instance --iterations 0 --start @start --out @plan"));
        Assert.Equal("""{"routes":[[1,2],[3]]}""", File.ReadAllText(Path("plan")));
    }

    [Theory]
    [InlineData("", "--format is one of")]
    [InlineData("--format xml @instance", "--format is one of")]
    [InlineData("--format vrptw --out @plan --seconds 1", "Which file?")]
    [InlineData("--format vrptw @instance --seconds 1", "--out")]
    [InlineData("--format vrptw @instance --out @plan", "--seconds")]
    [InlineData("--format vrptw @instance --out @plan --seconds -1", "--seconds is a number from 0")]
    [InlineData("--format vrptw @instance --out @plan --seconds soon", "not soon")]
    [InlineData("--format vrptw @instance --out @plan --seconds NaN", "not NaN")]
    [InlineData("--format vrptw @instance --out @plan --threads 0", "from 1 to 256")]
    [InlineData("--format vrptw @instance --out @plan --seed -1", "--seed")]
    [InlineData("--format vrptw @instance --out @plan --iterations 1.5", "--iterations")]
    [InlineData("--format vrptw @instance --out @plan --seconds", "something is missing")]
    [InlineData("--format vrptw @instance @other --out @plan", "One file")]
    [InlineData("--format vrptw @instance --fast", "--fast is not known")]
    [InlineData("--format vrptw @nowhere --out @plan --seconds 1", "nowhere")]
    [InlineData("--format vrptw @instance --out @no/plan --seconds 1", "no/plan")]
    [InlineData("--format vrptw @instance --start @nowhere --out @plan --seconds 1", "nowhere")]
    [InlineData("--format day @instance --out @plan --seconds 1", "Line 1")]
    public void What_cannot_be_understood_is_said_and_nothing_is_written(string args, string says)
    {
        Assert.Equal(2, Run(args));
        Assert.Contains(says, _talk.ToString());
        Assert.Equal(("", false), (_answer.ToString(), File.Exists(Path("plan"))));
    }
}
