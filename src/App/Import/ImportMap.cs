using System.Text.Json;
using NodaTime.Text;

namespace Callout.App.Import;

/// <summary>How a file of another system is read: written by hand, once for each kind of file. docs/import.md explains it.</summary>
/// <param name="System">The other system's name; with the number it makes the ids, so that a second run finds the first.</param>
/// <param name="Number">The column that holds the number of the row in the other system.</param>
/// <param name="DateTime">How instants are written, such as <c>MM/dd/yyyy hh:mm:ss tt</c>, on the clocks of <paramref name="TimeZone"/>.</param>
/// <param name="OccurredAt">The column that says when it happened.</param>
/// <param name="Doubts">The field that takes the findings of the checks, for the people who will look at the row.</param>
internal sealed record ImportMap(
    string System, string Number, IReadOnlyDictionary<string, FieldMap> Fields, string Delimiter = ",", string Encoding = "utf-8",
    string? TimeZone = null, string? DateTime = null, string? OccurredAt = null, IReadOnlyList<Check>? Checks = null, string? Doubts = null)
{
    public static ImportMap Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMap>(File.ReadAllText(path), Wire.Json) ?? throw new UsageException($"{path} is empty.");
        }
        catch (JsonException error)
        {
            throw new UsageException($"{path} cannot be read at {error.Path}: {error.Message.Split(" Path: ")[0]}");
        }
    }

    /// <summary>Null when the text is none.</summary>
    public Instant? Time(string column, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone ?? "UTC") ?? throw new UsageException($"{TimeZone} is not a time zone.");
        var local = LocalDateTimePattern.CreateWithInvariantCulture(DateTime ?? "uuuu-MM-dd'T'HH:mm:ss").Parse(text.Trim());
        return local.Success ? zone.AtLeniently(local.Value).ToInstant() : throw new RowRejected($"{column}: {text} is not written as {DateTime ?? "an ISO date and time"}.");
    }

    public IEnumerable<string> Columns => Fields.Values.SelectMany(f => f.Columns ?? []).Append(Number).Concat(OccurredAt is null ? [] : [OccurredAt]).Concat((Checks ?? []).SelectMany(c => c.Columns)).Distinct();
}

/// <summary>The row cannot be taken in; says why in a sentence.</summary>
internal sealed class RowRejected(string reason) : Exception(reason);
