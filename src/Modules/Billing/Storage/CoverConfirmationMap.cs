namespace Callout.Billing;

internal sealed class CoverConfirmationMap : EntityMap<CoverConfirmation>
{
    protected override void Map(Mapping<CoverConfirmation> map)
    {
        map.SeenInBranch(c => c.Branch).NotPersonal(c => c.Currency, c => c.Language).Json(c => c.Lines);
        map.Entity.HasIndex(c => c.WorkOrder).IsUnique();
    }
}
