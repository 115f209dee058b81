namespace Callout.Identity;

/// <param name="Rate">In hundredths of a per cent: 16 % is 1600.</param>
public sealed record Tax(string Name, int Rate, string? Number = null);
