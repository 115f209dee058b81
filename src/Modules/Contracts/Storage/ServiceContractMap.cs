namespace Callout.Contracts;

internal sealed class ServiceContractMap : EntityMap<ServiceContract>
{
    protected override void Map(Mapping<ServiceContract> map)
    {
        map.SeenInBranch(c => c.Branch).SeenByCustomer(c => c.Account).NotPersonal(c => c.Remark).Json(c => c.Terms).Json(c => c.Uses);
        map.Entity.HasIndex(c => new { c.Branch, c.Id });
        map.Entity.HasIndex(c => c.Account);
        map.Entity.HasIndex(c => new { c.State, c.Until });
        map.Entity.HasIndex(c => c.Number).IsUnique();
    }
}
