using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>Turns whatever was thrown into a problem document: the only place that does.</summary>
internal sealed class Problems(RequestDelegate next, Denials denials, ILogger<Problems> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            if (Problem.Of(error) is not { } problem)
            {
                problem = Problem.Ours;
                log.LogError(error, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            }

            if (error is Forbidden) await denials.Note(context);
            await Write(context, problem);
        }
    }

    public static Task Write(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        if (problem.Status is 429 or 503 or 507) context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(
            new ProblemDocument($"urn:callout:{problem.Code}", problem.Status, problem.Code, problem.Detail, problem.Field, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier),
            Wire.Json, "application/problem+json", context.RequestAborted);
    }
}

/// <summary>RFC 9457, with the code that programs read and the field that could not be.</summary>
public sealed record ProblemDocument(string Type, int Status, string Code, string Detail, string? Field, string TraceId);
