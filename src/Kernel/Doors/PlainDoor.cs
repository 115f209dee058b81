using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Callout.Kernel;

/// <summary>Doors that read what is said to them by themselves. There are hundreds: a binder compiled for each would be a good part of the program's start.</summary>
internal static class PlainDoor
{
    public static IEndpointConventionBuilder Open(this IEndpointRouteBuilder endpoints, string method, string route, RequestDelegate door, string module, Type asked) =>
        endpoints.MapMethods($"/api/{route}", [method], door).WithTags(module).WithSummary(House.Kebab(asked.Name).Replace('-', ' ')).WithMetadata(door.Method);

    public static IProducesResponseTypeMetadata Answers(int status, Type answer) => new ProducesResponseTypeMetadata(status, answer, ["application/json"]);

    public static IProducesResponseTypeMetadata Refuses(int status) => new ProducesResponseTypeMetadata(status, typeof(ProblemDocument), ["application/problem+json"]);
}
