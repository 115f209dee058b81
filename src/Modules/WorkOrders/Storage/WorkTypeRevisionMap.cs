namespace Callout.WorkOrders;

internal sealed class WorkTypeRevisionMap : EntityMap<WorkTypeRevision>
{
    protected override void Map(Mapping<WorkTypeRevision> map)
    {
        map.SeenByAll().NotPersonal(t => t.Name).Json(t => t.Template);
        map.Entity.HasIndex(t => new { t.WorkType, t.Revision }).IsUnique();
    }
}
