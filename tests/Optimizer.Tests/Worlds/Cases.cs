using FsCheck;
using FsCheck.Fluent;

namespace Callout.Optimizer.Tests;

/// <summary>From which random numbers a small problem is made, and how small it is.</summary>
internal readonly record struct Case(int Seed, int Technicians, int Jobs)
{
    public World Of(string feature) => Features.Of(feature, Seed, Technicians, Jobs);
}

/// <summary>Small problems drawn by FsCheck: the same ones each time; of one that fails, the one with the fewest technicians and jobs that still does is told.</summary>
internal static class Cases
{
    private const ulong Seed = 3141592653, Gamma = 589793239;

    /// <param name="technicians">At most so many, two at least; <paramref name="jobs"/> likewise.</param>
    public static void Each(int count, int technicians, int jobs, Action<Case> holds)
    {
        var drawn = from seed in Gen.Choose(0, 1_000_000)
                    from some in Gen.Choose(Math.Max(2, technicians - 1), technicians)
                    from work in Gen.Choose(Math.Max(2, jobs - 2), jobs)
                    select new Case(seed, some, work);
        Prop.ForAll(Arb.From(drawn, Smaller), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Seed, Gamma));
    }

    private static IEnumerable<Case> Smaller(Case one)
    {
        if (one.Jobs > 2) yield return one with { Jobs = one.Jobs - 1 };
        if (one.Technicians > 2) yield return one with { Technicians = one.Technicians - 1 };
    }
}
