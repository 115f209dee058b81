using System.Globalization;
using System.Text.Json.Nodes;

namespace Callout.App.Import;

internal enum FieldType
{
    Text,
    Number,

    /// <summary>Several, parted by a comma, semicolon or slash.</summary>
    List,
    DateTime,
}

/// <summary>Where a field of a command comes from.</summary>
/// <param name="Columns">Their texts, joined by a space; or else <paramref name="Value"/>.</param>
/// <param name="Choices">What the texts of the other system are called here.</param>
/// <param name="Otherwise">When the column is empty or its text is none of the choices.</param>
/// <param name="AreaCode">Put before telephone numbers that are dialled locally: those of seven digits or fewer.</param>
internal sealed record FieldMap(
    IReadOnlyList<string>? Columns = null, string? Value = null, FieldType Type = FieldType.Text, IReadOnlyDictionary<string, string>? Choices = null,
    string? Otherwise = null, string? AreaCode = null)
{
    private const int LocalDigits = 7;

    /// <summary>Null when there is nothing to say.</summary>
    public JsonNode? Of(Row row, ImportMap map)
    {
        var text = Value ?? Plain(string.Join(' ', (Columns ?? []).Select(row.Of).Where(t => t.Length > 0)));
        if (Choices is not null) text = Choices.GetValueOrDefault(text, "");
        if (text.Length == 0) text = Otherwise ?? "";
        return text.Length == 0 ? null : Node(text, map);
    }

    private JsonNode? Node(string text, ImportMap map) => Type switch
    {
        FieldType.Number when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        FieldType.Number => throw new RowRejected($"{Name}: {text} is not a number."),
        FieldType.List => new JsonArray([.. text.Split(',', ';', '/').Select(t => t.Trim()).Where(t => t.Length > 0).Select(t => (JsonNode)Dialled(t))]),
        FieldType.DateTime => map.Time(Name, text)?.ToString(),
        _ => text,
    };

    private string Name => Columns is [var first, ..] ? first : "value";

    private string Dialled(string text) => AreaCode is not null && text.Count(char.IsAsciiDigit) <= LocalDigits ? $"{AreaCode} {text}" : text;

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
