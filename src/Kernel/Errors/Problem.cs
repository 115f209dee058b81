using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>An error as it is told to a client, whichever door it came through.</summary>
public sealed record Problem(int Status, string Code, string Detail, string? Field = null)
{
    /// <summary>Null when it is our own fault, which is a 500 and a line in the log.</summary>
    public static Problem? Of(Exception error) => error switch
    {
        Refusal e => new(StatusCodes.Status422UnprocessableEntity, e.Code, e.Message),
        Missing e => new(StatusCodes.Status404NotFound, "missing", e.Message),
        Stale e => new(StatusCodes.Status409Conflict, "stale", e.Message),
        Unreadable e => new(StatusCodes.Status400BadRequest, e.Code, e.Message, e.Field),
        JsonException e => new(StatusCodes.Status400BadRequest, "request.unreadable", Plain(e), e.Path is null or "" or "$" ? null : e.Path.TrimStart('$', '.')),
        Unauthenticated e => new(StatusCodes.Status401Unauthorized, "access.unauthenticated", e.Message),
        Forbidden e => new(StatusCodes.Status403Forbidden, "access.forbidden", e.Message),
        Stopped e => new(StatusCodes.Status403Forbidden, "device.stopped", e.Message),
        CrossSite e => new(StatusCodes.Status403Forbidden, "access.cross-site", e.Message),
        Busy e => new(StatusCodes.Status429TooManyRequests, "busy", e.Message),
        Unknown e => new(StatusCodes.Status503ServiceUnavailable, "unknown", e.Message),
        Full e => new(StatusCodes.Status507InsufficientStorage, "full", e.Message),
        BadHttpRequestException e => new(e.StatusCode, "request.unreadable", e.Message),
        _ => null,
    };

    /// <summary>For what routing itself turned away.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => Of(new Missing())!,
        StatusCodes.Status405MethodNotAllowed => new(status, "request.method", "This address does not take that method: commands are POSTs, queries are GETs."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "request.content-type", "Send JSON, and say so: Content-Type: application/json."),
        _ => new(status, "request.refused", "The request was refused."),
    };

    public static readonly Problem Ours = new(StatusCodes.Status500InternalServerError, "failed", "Something failed on our side. The fault has been written down.");

    /// <summary>True when asking again with the same id can only give the same answer, so that the answer is kept as a receipt.</summary>
    public bool IsFinal => Status is 403 or 404 or 409 or 422;

    // The runtime's own messages name its types, which say nothing to a client.
    private static string Plain(JsonException error) =>
        error.Message.Split(" Path: ")[0] is var text && text.Contains("Callout.", StringComparison.Ordinal) ? "This value cannot be read as what the field holds, or the field is not known." : text;
}
