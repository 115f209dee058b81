using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>One instance solved by OR-Tools, with the arguments and the summary of <c>callout optimize</c>.</summary>
internal static class PeerRun
{
    public static int Run(string[] args)
    {
        var (format, file, seconds, solution) = (args[0], args[1], double.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture), args[3]);
        var instance = Instance.Read(format, file);
        var peer = new OrTools(instance.Problem);
        var plan = peer.Solve(seconds);
        instance.Write(plan, solution);
        Console.WriteLine(Summary.Of(file, instance.Problem, instance.ReadSolution(solution), 0, 1).ToJson());
        return 0;
    }
}
