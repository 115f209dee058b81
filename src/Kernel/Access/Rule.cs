using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>Who may run a command or query, or see a document: decided from the role alone, before anything is loaded. What they then find is a matter of sight.</summary>
public sealed record Rule(string Name, bool Anonymous, params Role[] Roles)
{
    /// <summary>Holds also for a device that the office has stopped.</summary>
    public bool AlsoWhenStopped { get; init; }

    public static Rule operator |(Rule left, Rule right) =>
        new($"{left.Name} or {right.Name}", left.Anonymous || right.Anonymous, [.. left.Roles.Union(right.Roles)]);

    public bool Allows(Principal? principal) =>
        Anonymous || (principal is not null && (principal.Is(Role.System) || Roles.Any(principal.Is)));

    public Principal Check(Principal? principal)
    {
        if (principal is { IsStopped: true } && !Anonymous && !AlsoWhenStopped) throw new Stopped();
        if (Allows(principal)) return principal ?? Nobody;
        throw principal is null ? new Unauthenticated() : new Forbidden(Name);
    }

    /// <summary>What a door says of itself; null when it says nothing, and then it opens for nobody.</summary>
    public static Rule? Of(Endpoint door) =>
        door.Metadata.GetMetadata<CommandDefinition>()?.May ?? door.Metadata.GetMetadata<QueryDefinition>()?.May ?? door.Metadata.GetMetadata<Rule>();

    private static readonly Principal Nobody = new("nobody", [], new Sight());
}
