namespace Callout.Billing;

internal sealed class InvoiceMap : EntityMap<Invoice>
{
    protected override void Map(Mapping<Invoice> map)
    {
        map.SeenInBranch(i => i.Branch)
            .Personal(i => i.PayerName, i => i.PayerAddress, i => i.PayerNumber, i => i.Remark)
            .NotPersonal(i => i.Currency, i => i.TaxName, i => i.Language, i => i.Series).Json(i => i.Lines).Json(i => i.Paper);
        map.Entity.HasIndex(i => new { i.Branch, i.Number }).IsUnique();
        map.Entity.HasIndex(i => new { i.Branch, i.State, i.Id });
        map.Entity.HasIndex(i => new { i.State, i.DueOn });
        map.Entity.HasIndex(i => i.WorkOrder);
        map.Entity.HasIndex(i => i.Account);
    }
}
