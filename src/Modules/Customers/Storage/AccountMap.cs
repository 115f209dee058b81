namespace Callout.Customers;

internal sealed class AccountMap : EntityMap<Account>
{
    protected override void Map(Mapping<Account> map)
    {
        map.SeenInBranch(a => a.Branch).SeenByCustomer(a => a.Id)
            .SeenThrough((a, db) => db.Set<Site>().Any(s => s.Account == a.Id && db.SeesBranches.Contains(s.Branch)))
            .SeenThrough((a, db) => db.Set<Showing>().Any(s => s.Account == a.Id && s.Stands && s.Technician == db.SeesTechnician));
        map.Personal(a => a.Name, a => a.RegistrationNumber).NotPersonal(a => a.ServedIn);
        map.Entity.Ignore(a => a.Branches);
        map.Entity.ComplexProperty(a => a.BillingAddress);
        map.Entity.HasIndex(a => new { a.Branch, a.Id });
        map.Entity.HasIndex(a => a.Holder);
    }
}
