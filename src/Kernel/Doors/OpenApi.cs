using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Callout.Kernel;

/// <summary>Tells the API's page what the code cannot say by itself: ids and times are texts, examples, refusals, who may.</summary>
internal static class OpenApi
{
    private static readonly Dictionary<Type, (JsonSchemaType Type, string Format)> Texts = new()
    {
        [typeof(Instant)] = (JsonSchemaType.String, "date-time"), [typeof(LocalDate)] = (JsonSchemaType.String, "date"),
        [typeof(LocalTime)] = (JsonSchemaType.String, "time"), [typeof(LocalDateTime)] = (JsonSchemaType.String, "local-date-time"),
        [typeof(Duration)] = (JsonSchemaType.String, "duration"), [typeof(DateTimeZone)] = (JsonSchemaType.String, "time-zone"),
    };

    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Callout", Version = "1", Description = "Commands are POSTs on verbs, queries are GETs on nouns; what changed comes through the feed." };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) => Schema(schema, context.JsonTypeInfo.Type));
        options.AddOperationTransformer((operation, context, _) => Operation(operation, context));
    }

    private static Task Schema(OpenApiSchema schema, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Id.IsId(type)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        if (Texts.TryGetValue(type, out var text)) (schema.Type, schema.Format) = text;
        if (Id.IsId(type) || Texts.ContainsKey(type)) schema.Properties = null;
        return Task.CompletedTask;
    }

    private static async Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<CommandDefinition>().FirstOrDefault() is { } command) Command(operation, command);
        if (metadata.OfType<QueryDefinition>().FirstOrDefault() is { } query) await Query(operation, query, context);
    }

    private static void Command(OpenApiOperation operation, CommandDefinition command)
    {
        var refusals = command.Body.GetCustomAttribute<RefusesAttribute>()?.Codes ?? [];
        operation.Description = $"Run by {command.May.Name}.{(refusals.Count > 0 ? $" May be refused with: {string.Join(", ", refusals)}." : "")}";
        operation.OperationId = $"{command.Module}-{House.Kebab(command.Body.Name)}";
        operation.Parameters = [Header(CommandDoor.KeyHeader, "The command's own id, a UUID; version 7 keeps indexes tidy. The same id gets the same answer.")];
        if (operation.RequestBody?.Content?.TryGetValue("application/json", out var content) is true && Example(command.Body) is { } example) content.Example = example;
    }

    private static async Task Query(OpenApiOperation operation, QueryDefinition query, OpenApiOperationTransformerContext context)
    {
        operation.Description = $"Asked by {query.May.Name}.";
        operation.OperationId = $"{query.Module}-{House.Kebab(query.Query.Name)}";
        operation.Parameters = [];
        foreach (var property in query.Query.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var inRoute = query.Route.Contains($"{{{name}}}", StringComparison.Ordinal);
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name, In = inRoute ? ParameterLocation.Path : ParameterLocation.Query, Required = inRoute,
                Schema = await context.GetOrCreateSchemaAsync(property.PropertyType),
            });
        }
    }

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = true, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
    };

    private static JsonNode? Example(Type body) =>
        body.GetField("Example", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null) is { } example ? JsonNode.Parse(Wire.Write(example)) : null;
}
