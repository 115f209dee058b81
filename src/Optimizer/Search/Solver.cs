namespace Callout.Optimizer;

/// <summary>Plans for a problem: anytime, cancellable, the better the longer it may think.</summary>
public static class Solver
{
    /// <summary>
    /// Up to this many stops (and as many times as many pairs of stop and tour) are searched as one; more are searched region by region, so that neither
    /// memory nor the price of an iteration grows with the problem.
    /// </summary>
    private const int WholeStops = 350, WholePairs = 200_000;

    /// <exception cref="InvalidProblem">The problem, the plan to start with or the limit is malformed.</exception>
    public static SolveResult Solve(Problem problem, Until until, SolveOptions? options = null)
    {
        options ??= new SolveOptions();
        until.Check();
        InvalidProblem.If(options.Threads is < 1 or > 256, "options.threads", $"A search has 1 to 256 threads, not {options.Threads}.");
        var cooling = new Cooling(until, options.Cancel);
        var model = new Model(problem);
        var draft = options.Start is { } start ? Plans.Read(model, start) : problem.FrozenPlan is { } frozen ? Plans.Read(model, frozen) : new Draft(model);
        var whole = model.Work <= WholeStops && (long)model.Work * model.Tours <= WholePairs && (options.Threads == 1 || model.Work < 250);
        ISearch search = whole ? new WholeSearch(draft, cooling, options) : new RegionSearch(draft, cooling, options);
        search.Run();
        return new SolveResult(Plans.Write(search.Best), cooling.Iterations);
    }
}

internal interface ISearch
{
    Draft Best { get; }
    void Run();
}
