using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Callout.Kernel;

/// <summary>Answers with a document that opens in the browser; who has the same one already is only told so.</summary>
public static class Pdf
{
    /// <param name="hash">Of the bytes.</param>
    /// <param name="name">Under which it is saved.</param>
    public static IResult Answer(HttpContext context, byte[] bytes, string hash, string name)
    {
        var (headers, tag) = (context.Response.Headers, $"\"{hash[..24]}\"");
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-cache";
        headers.ETag = tag;
        headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = name, FileName = name }.ToString();
        return context.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, "application/pdf");
    }
}
