namespace Callout.Kernel;

/// <summary>Who has the last word about a field: said once for each, in its entity's map.</summary>
public enum Owner
{
    /// <summary>Planning: priority, window, who comes, what it costs.</summary>
    Office,

    /// <summary>Execution: what was found and done.</summary>
    Technician,

    /// <summary>How they are reached, and what they approve.</summary>
    Customer,
}

internal static class Owners
{
    public static Owner Of(Principal principal) =>
        principal.Sight.Technician is not null ? Owner.Technician : principal.Sight.Account is not null ? Owner.Customer : Owner.Office;
}
