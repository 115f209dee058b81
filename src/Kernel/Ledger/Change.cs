using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Callout.Kernel;

/// <summary>What a row held before and after a command: beside the event, for whoever audits it. Personal values are masked.</summary>
public sealed class Change
{
    private const string Mask = "•";

    public Guid CommandId { get; private init; }

    public int No { get; private init; }

    public string Row { get; private init; } = "";

    public Guid RowId { get; private init; }

    /// <summary>That it made of the row.</summary>
    public long Version { get; private init; }

    public string Actor { get; private init; } = "";

    /// <summary>The actor's, at that time.</summary>
    public Owner Side { get; private init; }

    public Instant At { get; private init; }

    /// <summary>JSON: <c>{"state":["Scheduled","Completed"]}</c>.</summary>
    public string Values { get; private init; } = "";

    /// <summary>Whether this field, named as on the wire, is among what was changed.</summary>
    internal bool Sets(string field) => Values.Contains($"\"{field}\":[", StringComparison.Ordinal) && JsonNode.Parse(Values)!.AsObject().ContainsKey(field);

    internal static Change? Of(EntityEntry row, Guid commandId, int no, Principal actor, Instant at)
    {
        if (row is not { State: EntityState.Modified, Entity: Entity entity }) return null;
        var values = row.Properties
            .Where(p => p.IsModified && p.Metadata.Name is not (nameof(Entity.Version) or nameof(Entity.ChangedAt) or nameof(Entity.ChangedBy)))
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Metadata.Name), Pair);
        return values.Count == 0 ? null : new Change
        {
            CommandId = commandId, No = no, Row = House.Kebab(row.Metadata.ClrType.Name), RowId = entity.Key, Values = Wire.Write(values),
            Version = entity.Version + 1, Actor = actor.Key, Side = Owners.Of(actor), At = at,
        };
    }

    private static object?[] Pair(PropertyEntry property) =>
        property.Metadata.FindAnnotation(Mapping<Entity>.PersonalNote)?.Value is true ? [Mask, Mask] : [property.OriginalValue, property.CurrentValue];
}
