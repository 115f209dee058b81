namespace Callout.Kernel;

/// <summary>Who may run a command or query, or see a document: decided from the role alone, before anything is loaded. What they then find is a matter of sight.</summary>
public sealed record Rule(string Name, bool Anonymous, params Role[] Roles)
{
    public static Rule operator |(Rule left, Rule right) =>
        new($"{left.Name} or {right.Name}", left.Anonymous || right.Anonymous, [.. left.Roles.Union(right.Roles)]);

    public bool Allows(Principal? principal) =>
        Anonymous || (principal is not null && (principal.Is(Role.System) || Roles.Any(principal.Is)));

    public Principal Check(Principal? principal)
    {
        if (Allows(principal)) return principal ?? Nobody;
        throw principal is null ? new Unauthenticated() : new Forbidden(Name);
    }

    private static readonly Principal Nobody = new("nobody", [], new Sight());
}
