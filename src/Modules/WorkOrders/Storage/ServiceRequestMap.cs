namespace Callout.WorkOrders;

internal sealed class ServiceRequestMap : EntityMap<ServiceRequest>
{
    protected override void Map(Mapping<ServiceRequest> map)
    {
        map.SeenInBranch(r => r.Branch).SeenByCustomer(r => r.Account)
            .Personal(r => r.Summary, r => r.Words, r => r.CallerName, r => r.CallerPhone, r => r.CallerEmail, r => r.Question, r => r.Answer).NotPersonal(r => r.Symptom, r => r.ExternalRef).Json(r => r.Media);
        map.Entity.HasIndex(r => new { r.Branch, r.Number }).IsUnique();
        map.Entity.HasIndex(r => new { r.Branch, r.ExternalRef }).IsUnique();
        map.Entity.HasIndex(r => new { r.Branch, r.IsOpen, r.Turn, r.Id });
        map.Entity.HasIndex(r => new { r.IsOpen, r.Turn, r.Id });
        map.Entity.HasIndex(r => new { r.IsOpen, r.Branch });
        map.Entity.HasIndex(r => new { r.State, r.Turn, r.Id });
        map.Entity.HasIndex(r => new { r.Turn, r.Id });
        map.Entity.HasIndex(r => r.Account);
        map.Entity.HasIndex(r => r.Site);
        map.Entity.HasIndex(r => new { r.Asset, r.ReceivedAt });
        map.Entity.HasIndex(r => r.WorkOrder);
    }
}
