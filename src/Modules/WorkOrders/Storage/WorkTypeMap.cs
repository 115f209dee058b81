namespace Callout.WorkOrders;

internal sealed class WorkTypeMap : EntityMap<WorkType>
{
    protected override void Map(Mapping<WorkType> map)
    {
        map.SeenByAll().NotPersonal(t => t.Code, t => t.Name).Json(t => t.Template);
        map.Entity.HasIndex(t => t.Code).IsUnique();
    }
}
