using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.Kernel;

/// <summary>Has the id of the command that it came from.</summary>
public readonly record struct ConflictId(Guid Value) : IId<ConflictId>
{
    public static ConflictId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>Which of the two values is to stand.</summary>
public enum Choice
{
    /// <summary>The one that was recorded on a device, not knowing of the other.</summary>
    Sent,

    /// <summary>The one that was there before it arrived, and has stood since.</summary>
    Present,
}

[Event("conflict.found")]
public sealed record ConflictFound(ConflictId Conflict, [property: NotPersonal] string Row, Guid RowId, [property: NotPersonal] IReadOnlyList<string> Fields) : IEvent;

[Event("conflict.renewed")]
public sealed record ConflictRenewed(ConflictId Conflict) : IEvent;

[Event("conflict.settled")]
public sealed record ConflictSettled(ConflictId Conflict, Choice Kept) : IEvent;

/// <summary>Two people set the same field, neither knowing of the other. What was there stays until somebody chooses; both values are kept for good.</summary>
internal sealed class Conflict : Entity<ConflictId>
{
    /// <summary>Of the row that it is about, if that has one.</summary>
    public BranchId? Branch { get; private init; }

    public string Sender { get; private init; } = "";

    public ResourceId? Technician { get; private init; }

    /// <summary>The command's route.</summary>
    public string Type { get; private init; } = "";

    /// <summary>The version of the command's shape in <see cref="Body"/>.</summary>
    public int Schema { get; private init; } = 1;

    /// <summary>The command, as far as it is about the fields in question.</summary>
    public string Body { get; private set; } = "";

    public string Row { get; private init; } = "";

    public Guid RowId { get; private init; }

    public IReadOnlyList<ClashingField> Fields { get; private set; } = [];

    /// <summary>When the command was recorded, by the device's clock after correction.</summary>
    public Instant RecordedAt { get; private init; }

    public string? SettledBy { get; private set; }

    public Choice? Kept { get; private set; }

    /// <summary>Keeps the fields in question for a person to choose, and carries the rest of the command out.</summary>
    public static async Task<Receipt> Keep(CommandDefinition command, object body, Clash clash, Envelope envelope, byte[] hash, Session session, CancellationToken ct)
    {
        var (contested, rest) = Split(command, body, clash, session.OwnedFieldsOf(clash.Row));
        if (rest is not null)
        {
            await command.Handle(rest, session, ct);
            await session.Reconcile(ct);
        }

        var conflict = new Conflict
        {
            Id = ConflictId.From(envelope.Id), Branch = clash.Branch, Sender = envelope.Principal.Key, Technician = envelope.Principal.Sight.Technician,
            Type = command.Route, Schema = session.Service<House>().Upcasters.VersionOf(command.Route), Body = contested, Row = clash.Row, RowId = clash.RowId, Fields = clash.Fields, RecordedAt = session.OccurredAt,
        };
        session.Add(conflict, new ConflictFound(conflict.Id, clash.Row, clash.RowId, [.. clash.Fields.Select(f => f.Field)]));
        return Receipt.Conflicting(envelope, hash, new Contested(conflict.Id, clash.Row, clash.RowId, clash.Fields), session.Now);
    }

    /// <summary>Another has changed it once more since the two values were put side by side.</summary>
    public ConflictRenewed Renew(IReadOnlyDictionary<string, JsonNode?> present, Instant now)
    {
        Fields = [.. Fields.Select(f => present.GetValueOrDefault(f.Field) is var value && JsonNode.DeepEquals(value, f.Present) ? f : f with { Present = present.GetValueOrDefault(f.Field), At = now })];
        return new ConflictRenewed(Id);
    }

    public bool Shows(IReadOnlyDictionary<string, JsonNode?> present) => Fields.All(f => JsonNode.DeepEquals(f.Present, present.GetValueOrDefault(f.Field)));

    public void MustBeOpen() => Refusal.If(SettledBy is not null, "conflict.settled", "Somebody has chosen already.");

    public ConflictSettled Settle(Choice kept, string by)
    {
        MustBeOpen();
        (Kept, SettledBy) = (kept, by);
        return new ConflictSettled(Id, kept);
    }

    public void Forget() => (Body, Fields) = ("", []);

    // A command that sets fields by name says the same with fewer of them. One that cannot do without a field waits whole.
    private static (string Contested, object? Free) Split(CommandDefinition command, object body, Clash clash, IReadOnlyCollection<string> owned)
    {
        var whole = JsonNode.Parse(Wire.Write(body))!.AsObject();
        var clashing = clash.Fields.Select(f => f.Field).ToHashSet();
        if (!clashing.All(whole.ContainsKey)) throw new Stale(0, 0);
        var (contested, rest) = (Without(whole, owned.Where(f => !clashing.Contains(f))), Without(whole, clashing));
        if (!owned.Any(rest.ContainsKey)) return (contested.ToJsonString(Wire.Json), null);
        try
        {
            return (contested.ToJsonString(Wire.Json), rest.Deserialize(command.Body, Wire.Json));
        }
        catch (JsonException)
        {
            return (whole.ToJsonString(Wire.Json), null);
        }
    }

    private static JsonObject Without(JsonObject body, IEnumerable<string> fields)
    {
        var copy = body.DeepClone().AsObject();
        foreach (var field in fields.Append("seen")) copy.Remove(field);
        return copy;
    }
}

/// <summary>What a device is told when its command met another's change.</summary>
public sealed record Contested(ConflictId Conflict, string Row, Guid RowId, IReadOnlyList<ClashingField> Fields);

internal sealed class ConflictMap : EntityMap<Conflict>
{
    protected override void Map(Mapping<Conflict> map)
    {
        map.SeenThrough((c, db) => c.Branch != null && db.SeesBranches.Contains(c.Branch.Value)).SeenByTechnician(c => c.Technician);
        map.NotPersonal(c => c.Sender, c => c.Type, c => c.Row, c => c.SettledBy).Personal(c => c.Body).Json(c => c.Fields, personal: true);
        map.Entity.HasIndex(c => new { c.Branch, c.SettledBy });
        map.Entity.HasIndex(c => c.RowId);
    }
}

/// <summary>A conflict that waits, for whoever may choose. It is gone from every device once somebody has.</summary>
internal sealed record ConflictShape(string Type, string Row, Guid RowId, IReadOnlyList<ClashingField> Fields, string Sender, Instant RecordedAt);

internal static class ConflictDocument
{
    public static IEnumerable<Audience> Audiences(Conflict conflict) =>
        [Audience.Technician(conflict.Technician), .. conflict.Branch is { } branch ? new[] { Audience.Branch(branch) } : [], Audience.HeadOffice];

    public static Shapes Shapes(Conflict c) =>
        c.SettledBy is not null ? Kernel.Shapes.None : new ConflictShape(c.Type, c.Row, c.RowId, c.Fields, c.Sender, c.RecordedAt) is var shape ? new() { Office = shape, Technician = shape } : Kernel.Shapes.None;
}
