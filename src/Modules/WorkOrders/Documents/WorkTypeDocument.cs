namespace Callout.WorkOrders;

internal sealed record WorkTypeShape(string Code, string Name, WorkKind Kind, int Revision, Template Template, bool Retired);

internal static class WorkTypeDocument
{
    public static IEnumerable<Audience> Audiences(WorkType type) => Audience.Everyone;

    public static Shapes Shapes(WorkType type)
    {
        var shape = new WorkTypeShape(type.Code, type.Name, type.Kind, type.Revision, type.Template, type.Retired);
        return new() { Office = shape, Technician = shape };
    }
}
