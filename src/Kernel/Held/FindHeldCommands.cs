using System.Text.Json.Nodes;

namespace Callout.Kernel;

/// <param name="Title">In the words of the device that it was recorded on, where it gave any.</param>
/// <param name="Body">What was recorded; null once it was erased.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="PersonName">Null when they are no longer known.</param>
/// <param name="HeldAt">Since when it waits.</param>
/// <param name="Detail">Why it was not carried out.</param>
/// <param name="Reason">Why it was set aside.</param>
public sealed record HeldLine(
    HeldCommandId Id, HeldWhy Why, HeldState State, string Type, string? Title, JsonNode? Body, Guid? Entity, PersonId? Person, string? PersonName, DeviceId? Device,
    Instant RecordedAt, TimeQuality RecordedQuality, Instant HeldAt, string? Code, string? Detail, string? SettledBy, string? SettledByName, Instant? SettledAt, string? Reason);

/// <summary>What was recorded in the field and not carried out, the newest first. Without <c>settled=true</c> only what waits for a person.</summary>
public sealed record FindHeldCommands(bool? Settled, Guid? After, int? Limit)
{
    internal static async Task<Page<HeldLine>> Handle(FindHeldCommands query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<HeldCommand>();
        found = query.Settled ?? false ? found.Where(h => h.State != HeldState.Waiting) : found.Where(h => h.State == HeldState.Waiting);
        var page = await found.Page<HeldCommand, HeldCommandId, HeldCommand>(query.After, query.Limit, h => h, ct);
        var names = await Actors.Names(page.Items.SelectMany(h => new[] { Key(h), h.SettledBy }).OfType<string>(), reading, ct);
        return new([.. page.Items.Select(h => Line(h, names))], page.Next);
    }

    private static HeldLine Line(HeldCommand h, IReadOnlyDictionary<string, string> names)
    {
        var line = h.Line == "" ? null : (SyncLine)Wire.Read(h.Line, typeof(SyncLine));
        return new(
            h.Id, h.Why, h.State, h.Type, h.Title, line is null ? null : JsonNode.Parse(line.Body.GetRawText()), Guid.TryParse(line?.Entity, out var entity) ? entity : null,
            h.Person, Key(h) is { } key ? names.GetValueOrDefault(key) : null, h.Device, h.RecordedAt, h.RecordedQuality, h.CreatedAt, h.Code, h.Detail,
            h.SettledBy, h.SettledBy is { } by ? names.GetValueOrDefault(by) : null, h.SettledAt, h.Reason);
    }

    private static string? Key(HeldCommand held) => held.Person is { } person ? $"person:{person}" : null;
}
