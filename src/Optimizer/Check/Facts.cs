namespace Callout.Optimizer.Judging;

/// <summary>What has happened already or is under way: the stops of the frozen plan that started at <see cref="Problem.FrozenUntil"/> or before.</summary>
internal static class Facts
{
    public static int Count(Problem problem, Route frozen)
    {
        var count = 0;
        while (count < frozen.Stops.Count && frozen.Stops[count].Start <= problem.FrozenUntil) count++;
        return count;
    }

    /// <summary>How many of the tour's first stops are facts.</summary>
    public static int On(Problem problem, Route route)
    {
        if (problem.FrozenPlan is not { } frozen || Of(frozen, route) is not { } then) return 0;
        var facts = Count(problem, then);
        var same = 0;
        while (same < facts && same < route.Stops.Count && route.Stops[same] == then.Stops[same]) same++;
        return same;
    }

    private static Route? Of(Plan frozen, Route route)
    {
        foreach (var then in frozen.Routes)
            if (then.Technician == route.Technician && then.Shift == route.Shift) return then;
        return null;
    }
}
