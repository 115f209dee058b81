namespace Callout.Kernel;

/// <summary>From which branches a person can be seen, and with them what is theirs: devices, what was not carried out. Kept by the module that knows people.</summary>
public sealed class PersonBranch
{
    public PersonId Person { get; init; }

    public BranchId Branch { get; init; }
}
