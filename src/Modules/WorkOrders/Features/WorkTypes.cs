namespace Callout.WorkOrders;

internal static class WorkTypes
{
    public static async Task<Template> Template(WorkTypeId type, int revision, Reading reading, CancellationToken ct) =>
        (await reading.Of<WorkTypeRevision>().FirstAsync(r => r.WorkType == type && r.Revision == revision, ct)).Template;

    public static void Keep(WorkType type, Session session) => session.Add(WorkTypeRevision.Of(session.New<WorkTypeRevisionId>(), type));
}
