using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime.Serialization.SystemTextJson;

namespace Callout.Kernel;

/// <summary>How things are written outside the process: camelCase, ISO-8601, ids and enums as text, unknown fields refused.</summary>
public static class Wire
{
    public static JsonSerializerOptions Json { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    private static readonly JsonSerializerOptions Kept = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web), LeaveOutSecrets);

    public static JsonSerializerOptions Configure(JsonSerializerOptions options) => Configure(options, LeaveOut);

    private static JsonSerializerOptions Configure(JsonSerializerOptions options, Action<JsonTypeInfo> modify)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { modify } };
        options.Converters.Add(new IdJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    // What may be null may also be left out.
    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.IsSetNullable || property.AssociatedParameter is { IsNullable: true }) property.IsRequired = false;
    }

    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(ShownOnceAttribute), false) is true) property.ShouldSerialize = (_, _) => false;
    }

    /// <summary>Without what is shown once.</summary>
    internal static string WriteKept(object value) => JsonSerializer.Serialize(value, value.GetType(), Kept);

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);

    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Json) ?? throw new JsonException("A value is needed here, not null.");

    /// <summary>The same for the same command whichever door it came through.</summary>
    public static byte[] Hash(string name, object body) => Hash(name, JsonSerializer.SerializeToElement(body, body.GetType(), Json));

    /// <summary>
    /// Of what was said, not of what was understood: sent again after an upgrade that reads it otherwise, it is still the same.
    /// However it was spaced or ordered, and with or without what is null.
    /// </summary>
    internal static byte[] Hash(string name, JsonElement said)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) Plainly(said, writer);
        return SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(name), 0, .. bytes.WrittenSpan]);
    }

    private static void Plainly(JsonElement said, Utf8JsonWriter writer)
    {
        if (said.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in said.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(property.Name);
                Plainly(property.Value, writer);
            }

            writer.WriteEndObject();
        }
        else if (said.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in said.EnumerateArray()) Plainly(item, writer);
            writer.WriteEndArray();
        }
        else if (said.ValueKind == JsonValueKind.String) writer.WriteStringValue(said.GetString());
        else if (said.ValueKind != JsonValueKind.Undefined) said.WriteTo(writer);
    }
}
