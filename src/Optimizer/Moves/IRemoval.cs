namespace Callout.Optimizer;

/// <summary>Takes jobs out of an arena; putting them back is the same for all removals.</summary>
internal interface IRemoval
{
    void Apply(Arena arena, Neighbours near, List<int> removed, ref Rng rng);
}
