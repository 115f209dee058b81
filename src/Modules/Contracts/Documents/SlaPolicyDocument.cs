namespace Callout.Contracts;

internal sealed record SlaPolicyShape(SlaPlan Plan, bool Retired);

internal static class SlaPolicyDocument
{
    public static IEnumerable<Audience> Audiences(SlaPolicy policy) => Audience.Everyone;

    public static Shapes Shapes(SlaPolicy policy) => new() { Office = new SlaPolicyShape(policy.Plan, policy.Retired) };
}
