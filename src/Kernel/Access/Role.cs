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

    /// <summary>Has given a password and must yet set up the second step; may do nothing before.</summary>
    Enrolling,

    /// <summary>Callout itself: reactions and work that starts by the clock.</summary>
    System,
}
