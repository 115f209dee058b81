using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Callout.App;

/// <summary>Serves what the browser runs: files named by their content for ever, pages always asked for anew.</summary>
internal static class Web
{
    private static readonly FileExtensionContentTypeProvider Types = new(new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings) { [".br"] = "application/octet-stream" });

    /// <summary>Beside the executable once published, or where ./run builds it.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "web") is var published && Directory.Exists(published) ? published : Path.GetFullPath("artifacts/web");

    public static void UseWeb(this WebApplication app, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html"))) return;
        var files = new PhysicalFileProvider(folder);
        app.Use((context, next) => Compressed(context, files, next));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = Types, OnPrepareResponse = Prepare });
        app.MapFallback("/technician/{**path:nonfile}", context => Page(context, files, "technician.html")).WithMetadata(May.Anyone);
        app.MapFallback("{**path:nonfile}", context => Page(context, files, "index.html")).WithMetadata(May.Anyone);
    }

    // The build leaves each text beside its Brotli twin.
    private static Task Compressed(HttpContext context, PhysicalFileProvider files, RequestDelegate next)
    {
        var twin = context.Request.Path + ".br";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) && files.GetFileInfo(twin).Exists) context.Request.Path = twin;
        return next(context);
    }

    private static void Prepare(StaticFileResponseContext file)
    {
        var (response, name) = (file.Context.Response, file.File.Name);
        response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (!name.EndsWith(".br", StringComparison.Ordinal)) return;
        response.Headers.ContentEncoding = "br";
        response.ContentType = Types.TryGetContentType(name[..^3], out var type) ? type : "application/octet-stream";
    }

    private static Task Page(HttpContext context, PhysicalFileProvider files, string name)
    {
        // A program that mistook an address would take a page for its answer.
        if (context.Request.Path.StartsWithSegments("/api") || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))) throw new Missing();
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.SendFileAsync(files.GetFileInfo(name), context.RequestAborted);
    }
}
