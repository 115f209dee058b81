namespace Callout.Kernel;

// The kernel's own tables. No sight bounds them: they are read by the kernel alone, or by rules of their own.

internal sealed class LedgerEntryMap : EntityMap<LedgerEntry>
{
    protected override void Map(Mapping<LedgerEntry> map)
    {
        map.SeenByAll().NotPersonal(e => e.Name, e => e.SubjectType, e => e.Actor, e => e.Body, e => e.Touched);
        map.Entity.ToTable("ledger").HasKey(e => e.Pos);
        map.Entity.Property(e => e.Pos).ValueGeneratedNever();
        map.Entity.HasIndex(e => new { e.Name, e.Pos });
        map.Entity.HasIndex(e => new { e.SubjectId, e.Pos });
        map.Entity.HasIndex(e => e.CommandId);
        map.Entity.Ignore(e => e.Subject);
    }
}

internal sealed class ChangeMap : EntityMap<Change>
{
    protected override void Map(Mapping<Change> map)
    {
        map.SeenByAll().NotPersonal(c => c.Row, c => c.Values, c => c.Actor);
        map.Entity.HasKey(c => new { c.CommandId, c.No });
        map.Entity.HasIndex(c => new { c.RowId, c.Version });
    }
}

internal sealed class PersonalValueMap : EntityMap<PersonalValue>
{
    protected override void Map(Mapping<PersonalValue> map)
    {
        map.SeenByAll().Entity.HasKey(v => v.Id);
        map.Entity.Property(v => v.Id).ValueGeneratedNever();
        map.Entity.HasIndex(v => v.Person);
    }
}

internal sealed class PersonKeyMap : EntityMap<PersonKey>
{
    protected override void Map(Mapping<PersonKey> map)
    {
        map.SeenByAll().Entity.HasKey(k => k.Person);
        map.Entity.Property(k => k.Person).ValueGeneratedNever();
    }
}

internal sealed class PersonBranchMap : EntityMap<PersonBranch>
{
    protected override void Map(Mapping<PersonBranch> map)
    {
        map.SeenByAll().Entity.HasKey(b => new { b.Person, b.Branch });
        map.Entity.HasIndex(b => b.Branch);
    }
}

internal sealed class ReceiptMap : EntityMap<Receipt>
{
    protected override void Map(Mapping<Receipt> map)
    {
        map.SeenByAll().NotPersonal(r => r.Principal, r => r.Code).Personal(r => r.Answer);
        map.Entity.HasKey(r => r.CommandId);
        map.Entity.Property(r => r.CommandId).ValueGeneratedNever();
        map.Entity.Ignore(r => r.Problem);
        map.Entity.Ignore(r => r.Shown);
    }
}

internal sealed class DeviceTurnMap : EntityMap<DeviceTurn>
{
    protected override void Map(Mapping<DeviceTurn> map)
    {
        map.SeenByAll().NotPersonal(t => t.Principal);
        map.Entity.HasKey(t => t.Device);
        map.Entity.Property(t => t.Device).ValueGeneratedNever();
    }
}

internal sealed class DeadLetterMap : EntityMap<DeadLetter>
{
    protected override void Map(Mapping<DeadLetter> map)
    {
        map.SeenByAll().NotPersonal(l => l.Type, l => l.Error).Personal(l => l.Raw);
        map.Entity.HasKey(l => l.CommandId);
        map.Entity.Property(l => l.CommandId).ValueGeneratedNever();
    }
}

internal sealed class CounterMap : EntityMap<Counter>
{
    protected override void Map(Mapping<Counter> map) => map.SeenByAll().NotPersonal(c => c.Series).Entity.HasKey(c => c.Series);
}

internal sealed class DueMap : EntityMap<Due>
{
    protected override void Map(Mapping<Due> map)
    {
        map.SeenByAll().NotPersonal(d => d.Key, d => d.Command, d => d.Body, d => d.Parked);
        map.Entity.HasKey(d => d.Id);
        map.Entity.Property(d => d.Id).ValueGeneratedNever();
        map.Entity.HasIndex(d => d.At);
        map.Entity.HasIndex(d => d.Key);
    }
}

internal sealed class ReaderCursorMap : EntityMap<ReaderCursor>
{
    protected override void Map(Mapping<ReaderCursor> map) => map.SeenByAll().NotPersonal(c => c.Name).Entity.HasKey(c => c.Name);
}

internal sealed class BacklogMap : EntityMap<Backlog>
{
    protected override void Map(Mapping<Backlog> map)
    {
        map.SeenByAll().NotPersonal(b => b.Reaction, b => b.Subject).Personal(b => b.Error);
        map.Entity.HasKey(b => new { b.Reaction, b.Pos });
    }
}

internal sealed class FeedDocumentMap : EntityMap<FeedDocument>
{
    protected override void Map(Mapping<FeedDocument> map)
    {
        map.SeenByAll().NotPersonal(d => d.Document).Personal(d => d.Body);
        map.Entity.HasKey(d => new { d.Document, d.View });
    }
}

internal sealed class FeedAudienceMap : EntityMap<FeedAudience>
{
    protected override void Map(Mapping<FeedAudience> map)
    {
        map.SeenByAll().NotPersonal(a => a.Audience, a => a.Document);
        map.Entity.HasKey(a => new { a.Document, a.Audience });
        map.Entity.HasIndex(a => new { a.Audience, a.Pos });
    }
}

internal sealed class FeedDigestMap : EntityMap<FeedDigest>
{
    protected override void Map(Mapping<FeedDigest> map) => map.SeenByAll().NotPersonal(d => d.Audience).Entity.HasKey(d => d.Audience);
}

internal sealed class SettingMap : EntityMap<Setting>
{
    protected override void Map(Mapping<Setting> map) => map.SeenByAll().NotPersonal(s => s.Name, s => s.Value).Entity.HasKey(s => s.Name);
}
