using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>GET /api/visits/{id}: the query's properties come from the route and the query string.</summary>
internal static class QueryDoor
{
    public static void Map(IEndpointRouteBuilder endpoints, QueryDefinition query) =>
        endpoints.Open(HttpMethods.Get, query.Route, context => Get(context, query), query.Module, query.Query)
            .WithMetadata(query, PlainDoor.Answers(200, query.Answer), PlainDoor.Refuses(404));

    private static async Task Get(HttpContext context, QueryDefinition query)
    {
        var principal = query.May.Check(context.Principal);
        var asked = Bind(context, query.Query);
        var answer = await context.RequestServices.GetRequiredService<Sessions>().Read(principal, reading => query.Handle(asked, reading, context.RequestAborted));
        await context.Response.WriteAsJsonAsync(answer, query.Answer, Wire.Json, context.RequestAborted);
    }

    private static object Bind(HttpContext context, Type type)
    {
        var json = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (Texts(context, name) is { Count: > 0 } texts) json[name] = Value(texts, property.PropertyType);
        }

        foreach (var unknown in context.Request.Query.Keys.Where(k => !json.ContainsKey(k))) throw new Unreadable(unknown, "This query has no such parameter.");
        return json.Deserialize(type, Wire.Json)!;
    }

    private static List<string> Texts(HttpContext context, string name) =>
        context.GetRouteValue(name) is string inRoute ? [inRoute] : [.. context.Request.Query[name].OfType<string>()];

    private static JsonNode? Value(List<string> texts, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new JsonArray([.. texts.Select(t => One(t, type.GetGenericArguments()[0]))]);
        return One(texts[^1], Nullable.GetUnderlyingType(type) ?? type);
    }

    private static JsonNode? One(string text, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => text,
        _ when type.IsEnum => text,
        TypeCode.Boolean when bool.TryParse(text, out var value) => value,
        TypeCode.Int32 or TypeCode.Int64 when long.TryParse(text, out var value) => value,
        TypeCode.Double when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => text,
    };
}
