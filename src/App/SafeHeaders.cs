namespace Callout.App;

/// <summary>What every answer tells the browser not to do. Nothing is written into a page, so no inline script or style is allowed.</summary>
internal static class SafeHeaders
{
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private const string Answers = "default-src 'none'; frame-ancestors 'none'";

    // The API's own pages come from a package that writes its styles and its start into them.
    private const string ApiPages = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSafeHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyFor(context.Request.Path);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.Path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
        return next(context);
    });

    private static string PolicyFor(PathString path) =>
        path.StartsWithSegments("/api/docs") ? ApiPages : path.StartsWithSegments("/api") ? Answers : Pages;
}
