namespace Callout.Billing;

internal sealed class PaymentMap : EntityMap<Payment>
{
    protected override void Map(Mapping<Payment> map)
    {
        map.SeenInBranch(p => p.Branch).NotPersonal(p => p.Currency, p => p.Receipt);
        map.Entity.HasIndex(p => p.Receipt).IsUnique();
        map.Entity.HasIndex(p => p.Invoice);
    }
}
