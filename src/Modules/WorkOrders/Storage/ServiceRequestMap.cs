namespace Callout.WorkOrders;

internal sealed class ServiceRequestMap : EntityMap<ServiceRequest>
{
    protected override void Map(Mapping<ServiceRequest> map)
    {
        map.SeenInBranch(r => r.Branch).SeenByCustomer(r => r.Account).Personal(r => r.Summary);
        map.Entity.HasIndex(r => new { r.Branch, r.Id });
    }
}
