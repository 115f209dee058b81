namespace Callout.Identity;

/// <summary>Who may give which rights. Nobody gives, takes or touches more than they hold themselves.</summary>
internal static class Granting
{
    private const string Beyond = "These rights reach further than you may give. Ask a super admin.";

    private static readonly Role[] ByOperations = [Role.BranchManager, Role.Dispatcher, Role.Technician, Role.Accountant, Role.Support, Role.Customer, Role.Contractor];
    private static readonly Role[] ByBranch = [Role.Dispatcher, Role.Technician, Role.Support, Role.Customer, Role.Contractor];

    /// <summary>Rights that make sense for anyone.</summary>
    public static void Check(Rights rights)
    {
        Refusal.If(rights.Roles.Count == 0, "rights.no-role", "Give at least one role.");
        Refusal.If(rights.Roles.Any(r => r is Role.System or Role.Enrolling), "rights.role", "That role is Callout's own.");
        Refusal.If(rights.Roles.Contains(Role.Customer) && (rights.Account is null || rights.Roles.Count > 1), "rights.account", "A customer needs the account they belong to, and no other role.");
        Refusal.If(Sees(rights) && !rights.HeadOffice && rights.Branches.Count + rights.Zones.Count == 0, "rights.no-scope", "Say where: every branch, some branches, or zones.");
    }

    /// <summary>Rights that are given anew: nobody lets others see a technician's or a customer's own who does not see it themselves.</summary>
    public static async Task Check(Session session, Rights rights, CancellationToken ct)
    {
        Check(session.Principal, rights);
        if (session.Principal.Sight.Everywhere) return;
        var unseen = (rights.Technician is { } technician && !await session.Sees(technician, ct)) || (rights.Account is { } account && !await session.Sees(account, ct));
        Refusal.If(unseen, "rights.beyond-yours", Beyond);
    }

    /// <summary>Rights that somebody has: who holds less may not touch them.</summary>
    public static void Check(Principal giver, Rights rights)
    {
        if (giver.Is(Role.SuperAdmin) || giver.Is(Role.System)) return;
        var roles = giver.Is(Role.OperationsManager) ? ByOperations : ByBranch;
        var beyond = rights.Roles.Except(roles).Any() || (!giver.Sight.Everywhere && (rights.HeadOffice || rights.Zones.Count > 0 || rights.Branches.Except(giver.Sight.Branches).Any()));
        Refusal.If(beyond, "rights.beyond-yours", Beyond);
    }

    /// <summary>True for the roles that look at a part of the organisation, not only at what is their own.</summary>
    public static bool Sees(Rights rights) => rights.Roles.Any(r => May.Read.Roles.Contains(r));
}
