using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Callout.Kernel;

/// <summary>
/// Files come in pieces: which are here (GET /api/blobs/{hash}), one of them (PUT …/{i}), all of them (POST …/complete). Or whole, from who has
/// a line that holds (POST /api/blobs). Whoever then names a file's hash in a command attaches it.
/// </summary>
internal static class BlobDoor
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Describe(endpoints.MapPost("/api/blobs", (Delegate)Post), "keep a file").Produces<Blob>();
        Describe(endpoints.MapGet("/api/blobs/{hash}", (Delegate)Get), "which pieces of a file are here").Produces<BlobState>();
        Describe(endpoints.MapPut("/api/blobs/{hash}/{i:int}", (Delegate)Put), "send a piece of a file").Produces<BlobState>();
        Describe(endpoints.MapPost("/api/blobs/{hash}/complete", (Delegate)Complete), "verify and keep a file whose pieces are all here").Accepts<BlobWhole>("application/json").Produces<BlobState>();
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder door, string summary) =>
        door.WithTags("blobs").WithSummary(summary).WithMetadata(May.AnyDevice).Produces<ProblemDocument>(422, "application/problem+json");

    private static Task<Blob> Post(HttpContext context, Blobs blobs)
    {
        May.AnyDevice.Check(context.Principal);
        // One byte more than may be kept, so that who sends too much hears it from us and not from the server.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Blobs.SizeAtMost + (1 << 20);
        Refusal.If(context.Request.ContentLength > Blobs.SizeAtMost, "blob.too-large", $"A file may have {Blobs.SizeAtMost >> 20} MB at most.");
        return blobs.Keep(context.Request.Body, MediaType(context), context.RequestAborted);
    }

    private static BlobState Get(HttpContext context, string hash, Blobs blobs, Installation installation)
    {
        May.AnyDevice.Check(context.Principal);
        return State(Hash(hash), blobs, installation);
    }

    private static async Task<BlobState> Put(HttpContext context, string hash, int i, Blobs blobs, Installation installation)
    {
        May.AnyDevice.Check(context.Principal);
        Refusal.If(i < 0 || i >= Incoming.PiecesAtMost, "blob.too-large", $"A file may have {Incoming.PiecesAtMost} pieces of {Incoming.PieceSize >> 10} KB at most.");
        if (!blobs.Touch(Hash(hash))) await blobs.Incoming.Put(hash, i, context.Request.Body, MediaType(context), context.RequestAborted);
        return State(hash, blobs, installation);
    }

    private static async Task<BlobState> Complete(HttpContext context, string hash, Blobs blobs, Installation installation)
    {
        May.AnyDevice.Check(context.Principal);
        var whole = await context.Request.ReadFromJsonAsync<BlobWhole>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
        if (blobs.Touch(Hash(hash))) blobs.Incoming.Forget(hash);
        else await blobs.Incoming.Complete(hash, whole.Size, whole.MediaType, context.RequestAborted);
        return State(hash, blobs, installation);
    }

    private static BlobState State(string hash, Blobs blobs, Installation installation)
    {
        var verified = blobs.Touch(hash);
        return new BlobState(installation.Epoch, hash, verified, verified ? [] : blobs.Incoming.Pieces(hash));
    }

    private static string Hash(string hash) => Blobs.IsHash(hash) ? hash : throw new Unreadable("hash", "A file is named by the SHA-256 of its content: 64 hexadecimal digits in lower case.");

    private static string MediaType(HttpContext context) => (context.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
}

/// <param name="Size">In bytes.</param>
public sealed record BlobWhole(long Size, string MediaType);

/// <param name="Epoch">Under which this is said: after a restore it says nothing any more.</param>
/// <param name="Verified">The whole file is on the disk, and its SHA-256 is its name. Only now may its sender forget it.</param>
/// <param name="Pieces">Those that need not be sent again.</param>
public sealed record BlobState(string Epoch, string Hash, bool Verified, IReadOnlyList<int> Pieces);
