namespace Callout.Customers;

internal sealed class ContactMap : EntityMap<Contact>
{
    protected override void Map(Mapping<Contact> map)
    {
        map.SeenThrough((c, db) => db.Set<Account>().Any(a => a.Id == c.Account));
        map.Personal(c => c.Name, c => c.Role, c => c.PhoneNumbers, c => c.Email).NotPersonal(c => c.Language, c => c.ServedIn).Json(c => c.Declined);
        map.Entity.Ignore(c => c.Phones).Ignore(c => c.Person).Ignore(c => c.Branches);
        map.Entity.HasIndex(c => c.Account);
    }
}
