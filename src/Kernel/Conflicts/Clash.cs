using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Callout.Kernel;

/// <param name="Sent">What the command would have set.</param>
/// <param name="Present">What another set meanwhile, and still stands.</param>
/// <param name="By">On whose side that other was.</param>
/// <param name="At">When they set it.</param>
public sealed record ClashingField(string Field, JsonNode? Sent, JsonNode? Present, Owner By, Instant At);

/// <summary>What a person saw of a row before they recorded a command about it.</summary>
/// <param name="OrNothing">The command says itself that it is meant for this version only.</param>
internal sealed record SeenVersion(long Version, bool OrNothing);

/// <summary>Fields of one row that somebody set without knowing that another had.</summary>
internal sealed record Clash(string Row, Guid RowId, BranchId? Branch, IReadOnlyList<ClashingField> Fields)
{
    private static readonly string[] Stamps = [nameof(Entity.Version), nameof(Entity.ChangedAt), nameof(Entity.ChangedBy)];

    /// <summary>Looks at what a command has changed, before it is saved; null when it is free of others' changes.</summary>
    /// <exception cref="Stale">More was changed than fields that people set by name.</exception>
    public static async Task<Clash?> Find(Db db, Principal sender, IReadOnlyDictionary<Guid, SeenVersion> seen, CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var row in db.ChangeTracker.Entries<Entity>().ToList())
        {
            if (!seen.TryGetValue(row.Entity.Key, out var before) || row.Entity.Version == before.Version) continue;
            var changed = row.Properties.Where(p => p.IsModified && !Stamps.Contains(p.Metadata.Name) && !IsSame(p)).ToList();
            var owned = changed.Where(p => OwnerOf(p) is not null).ToList();
            if (before.OrNothing && (owned.Count == 0 || owned.Count < changed.Count)) throw new Stale(before.Version, row.Entity.Version);
            if (owned.Count > 0 && await Find(row, owned, sender, before.Version, db, ct) is { Count: > 0 } fields)
                return new Clash(House.Kebab(row.Metadata.ClrType.Name), row.Entity.Key, (row.Entity as IInBranch)?.Branch, fields);
        }

        return null;
    }

    private static async Task<IReadOnlyList<ClashingField>> Find(EntityEntry row, List<PropertyEntry> owned, Principal sender, long seen, Db db, CancellationToken ct)
    {
        var key = ((Entity)row.Entity).Key;
        var others = await db.Set<Change>().AsNoTracking().Where(c => c.RowId == key && c.Version > seen && c.Actor != sender.Key).OrderBy(c => c.Version).ToListAsync(ct);
        var side = Owners.Of(sender);
        return [.. owned.Select(p => (p, Others: others.Where(c => c.Sets(NameOf(p))).ToList()))
            .Where(f => f.Others.Count > 0 && (side != OwnerOf(f.p) || f.Others.Any(c => c.Side == side)))
            .Select(f => new ClashingField(NameOf(f.p), ToJson(f.p.CurrentValue, f.p), ToJson(f.p.OriginalValue, f.p), f.Others[^1].Side, f.Others[^1].At))];
    }

    /// <summary>What the row holds now in the fields of this clash.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonNode?>> Present(string row, Guid id, Db db, CancellationToken ct)
    {
        var type = TypeOf(row, db);
        var key = type.FindPrimaryKey()!.Properties[0].ClrType;
        var typed = key.GetMethod("From")!.Invoke(null, [id]);
        var found = await db.FindAsync(type.ClrType, [typed], ct) ?? throw new Missing();
        return db.Entry(found).Properties.Where(p => OwnerOf(p) is not null).ToDictionary(NameOf, p => ToJson(p.OriginalValue, p));
    }

    public static IReadOnlyCollection<string> OwnedFields(string row, Db db) =>
        [.. TypeOf(row, db).GetProperties().Where(p => p.FindAnnotation(Mapping<Entity>.OwnerNote) is not null).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

    private static IEntityType TypeOf(string row, Db db) => db.Model.GetEntityTypes().First(e => House.Kebab(e.ClrType.Name) == row);

    private static Owner? OwnerOf(PropertyEntry property) => property.Metadata.FindAnnotation(Mapping<Entity>.OwnerNote)?.Value is string owner ? Enum.Parse<Owner>(owner) : null;

    private static string NameOf(PropertyEntry property) => JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name);

    private static bool IsSame(PropertyEntry property) => JsonNode.DeepEquals(ToJson(property.CurrentValue, property), ToJson(property.OriginalValue, property));

    private static JsonNode? ToJson(object? value, PropertyEntry property) => JsonSerializer.SerializeToNode(value, property.Metadata.ClrType, Wire.Json);
}

/// <summary>Carries a clash out of the work that is rolled back for it.</summary>
internal sealed class Conflicting(Clash clash) : Exception("Somebody else changed this meanwhile.")
{
    public Clash Clash => clash;
}
