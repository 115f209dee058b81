namespace Callout.Identity;

internal sealed class OrganisationMap : EntityMap<Organisation>
{
    protected override void Map(Mapping<Organisation> map)
    {
        map.SeenByAll().NotPersonal(o => o.Name, o => o.Letterhead, o => o.TimeZone, o => o.Currency, o => o.TaxName, o => o.TaxNumber, o => o.Logo);
        map.Entity.Property(o => o.SecondStepFor).AsJson();
    }
}

internal sealed class BranchMap : EntityMap<Branch>
{
    protected override void Map(Mapping<Branch> map)
    {
        map.SeenInBranch(b => b.Id).NotPersonal(b => b.Code, b => b.Name, b => b.TimeZone, b => b.Currency, b => b.Language, b => b.Phone, b => b.Letterhead).Json(b => b.Tax);
        map.Entity.HasIndex(b => b.Code).IsUnique();
        map.Entity.Ignore(b => b.Settings);
    }
}

internal sealed class ZoneMap : EntityMap<Zone>
{
    protected override void Map(Mapping<Zone> map) => map.SeenByAll().NotPersonal(z => z.Name);
}
