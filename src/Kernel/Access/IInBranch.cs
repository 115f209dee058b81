namespace Callout.Kernel;

/// <summary>Belongs to a branch; its events carry it.</summary>
public interface IInBranch
{
    BranchId Branch { get; }
}
