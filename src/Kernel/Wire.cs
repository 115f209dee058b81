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

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectRequiredConstructorParameters = true;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } };
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

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);

    public static object Read(string json, Type type) => JsonSerializer.Deserialize(json, type, Json) ?? throw new JsonException("A value is needed here, not null.");

    /// <summary>The same for the same command whichever door it came through, however it was spaced.</summary>
    public static byte[] Hash(string name, object body) =>
        SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(name), 0, .. JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json)]);
}
