namespace Callout.Kernel;

/// <summary>What an event happened to. Reactions keep its events in order.</summary>
public sealed record Subject(string Type, Guid Id, BranchId? Branch = null)
{
    internal static Subject Of(Principal principal) => new("principal", principal.Person?.Value ?? Kernel.Id.Derived(Guid.Empty, 0, principal.Key));

    internal static Subject Of(Entity entity) => new(House.Kebab(entity.GetType().Name), entity.Key, (entity as IInBranch)?.Branch);
}
