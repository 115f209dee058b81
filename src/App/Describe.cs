using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Callout.App;

/// <summary>Writes the API's description, from which the browser's types are made. Touches no database.</summary>
internal static class Describe
{
    public static async Task<int> Run()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), $"callout-describe-{Environment.ProcessId}");
        try
        {
            await using var app = Server.Build(nowhere, null, Modules.All);
            await app.DescribeTo(Console.Out);
            return 0;
        }
        finally
        {
            if (Directory.Exists(nowhere)) Directory.Delete(nowhere, recursive: true);
        }
    }

    private static async Task DescribeTo(this WebApplication app, TextWriter to)
    {
        app.UseRouting().UseEndpoints(_ => { }); // otherwise the endpoints are gathered only when the server starts
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1").GetOpenApiDocumentAsync();
        document.SerializeAsV31(new OpenApiJsonWriter(to));
        await to.FlushAsync();
    }
}
