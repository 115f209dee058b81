namespace Callout.WorkOrders;

internal sealed record FailureCodeShape(CodeKind Kind, string Code, string Name);

internal static class FailureCodeDocument
{
    public static IEnumerable<Audience> Audiences(FailureCode code) => Audience.Everyone;

    public static Shapes Shapes(FailureCode code) => new() { Technician = new FailureCodeShape(code.Kind, code.Code, code.Name) };
}
