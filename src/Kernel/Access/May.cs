namespace Callout.Kernel;

/// <summary>The rules by which commands, queries and documents say who may. Join them with <c>|</c>.</summary>
public static class May
{
    private static readonly Role[] OfficeRoles =
        [Role.SuperAdmin, Role.OperationsManager, Role.BranchManager, Role.Dispatcher, Role.Accountant, Role.Support];

    /// <summary>Without signing in.</summary>
    public static readonly Rule Anyone = new("anyone", true);

    /// <summary>The rule of a door that has none.</summary>
    internal static readonly Rule Nobody = new("a rule that says who may", false);

    public static readonly Rule SignedIn = new("anyone signed in", false, [.. Enum.GetValues<Role>().Where(r => r is not Role.Enrolling)]);

    /// <summary>Also from a device that the office has locked or is emptying.</summary>
    public static readonly Rule AnyDevice = SignedIn with { Name = "anyone signed in, also on a locked device", AlsoWhenStopped = true };

    /// <summary>Also who has yet to set up the second step of signing in.</summary>
    public static readonly Rule Enrolling = new("anyone who has given a password", false, Enum.GetValues<Role>());

    public static readonly Rule Office = new("the office", false, OfficeRoles);

    public static readonly Rule Read = new("the office or an auditor", false, [.. OfficeRoles, Role.Auditor]);

    public static readonly Rule SuperAdmin = new("a super admin", false, Role.SuperAdmin);

    public static readonly Rule Manager = new("a manager", false, Role.SuperAdmin, Role.OperationsManager, Role.BranchManager);

    public static readonly Rule HeadOffice = new("head office", false, Role.SuperAdmin, Role.OperationsManager);

    public static readonly Rule Dispatcher = new("a dispatcher", false, Role.SuperAdmin, Role.OperationsManager, Role.BranchManager, Role.Dispatcher);

    public static readonly Rule Support = new("customer support", false, Role.SuperAdmin, Role.OperationsManager, Role.BranchManager, Role.Dispatcher, Role.Support);

    public static readonly Rule Accountant = new("an accountant", false, Role.SuperAdmin, Role.OperationsManager, Role.Accountant);

    public static readonly Rule Auditor = new("an auditor", false, Role.SuperAdmin, Role.Auditor);

    public static readonly Rule System = new("Callout itself", false, Role.System);

    public static class Technician
    {
        /// <summary>A technician or contractor, on what is planned for them: their sight reaches nothing else.</summary>
        public static readonly Rule Own = new("the technician", false, Role.Technician, Role.Contractor);
    }

    public static class Customer
    {
        /// <summary>A customer, on their own account: their sight reaches nothing else.</summary>
        public static readonly Rule Own = new("the customer", false, Role.Customer);
    }
}
