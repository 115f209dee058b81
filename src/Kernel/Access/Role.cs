namespace Callout.Kernel;

public enum Role
{
    SuperAdmin,
    OperationsManager,
    BranchManager,
    Dispatcher,
    Technician,
    Accountant,
    Support,
    Auditor,
    Customer,
    Contractor,

    /// <summary>Callout itself: reactions and work that starts by the clock.</summary>
    System,
}
