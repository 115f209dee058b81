namespace Callout.Identity;

internal sealed class PersonMap : EntityMap<Person>
{
    protected override void Map(Mapping<Person> map)
    {
        map.SeenByPerson(p => p.Id).SeenThrough((p, db) => db.Set<PersonBranch>().Any(b => b.Person == p.Id && db.SeesBranches.Contains(b.Branch)));
        map.Personal(p => p.Name, p => p.Email, p => p.EmailKey, p => p.SearchKey);
        map.Entity.Property(p => p.Rights).AsJson();
        map.Entity.HasIndex(p => p.EmailKey).IsUnique();
    }
}

internal sealed class CredentialMap : EntityMap<Credential>
{
    protected override void Map(Mapping<Credential> map)
    {
        map.SeenByAll().Personal(c => c.PasswordHash).Entity.HasKey(c => c.Person);
        map.Entity.Property(c => c.Person).ValueGeneratedNever();
    }
}

internal sealed class RecoveryCodeMap : EntityMap<RecoveryCode>
{
    protected override void Map(Mapping<RecoveryCode> map) => map.SeenByAll().Entity.HasKey(c => new { c.Person, c.Hash });
}

internal sealed class OneTimeLinkMap : EntityMap<OneTimeLink>
{
    protected override void Map(Mapping<OneTimeLink> map)
    {
        map.SeenByAll().Entity.HasKey(l => l.Hash);
        map.Entity.HasIndex(l => l.Person);
    }
}

internal sealed class TicketMap : EntityMap<Ticket>
{
    protected override void Map(Mapping<Ticket> map)
    {
        map.SeenByAll().Entity.HasKey(t => t.Id);
        map.Entity.Property(t => t.Id).ValueGeneratedNever();
        map.Entity.HasIndex(t => t.Hash).IsUnique();
        map.Entity.HasIndex(t => t.Person);
    }
}

internal sealed class SignInGuardMap : EntityMap<SignInGuard>
{
    protected override void Map(Mapping<SignInGuard> map) => map.SeenByAll().Entity.HasKey(g => g.Address);
}

internal sealed class ApiKeyMap : EntityMap<ApiKey>
{
    protected override void Map(Mapping<ApiKey> map)
    {
        map.SeenByAll().NotPersonal(k => k.Name, k => k.Begins);
        map.Entity.Property(k => k.Rights).AsJson();
        map.Entity.HasIndex(k => k.Hash).IsUnique();
    }
}
