using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Callout.Messaging;

/// <summary>Takes photos of somebody who is not signed in: what a file is, its first bytes say; one that cannot be kept is told apart in words, and the others stay.</summary>
internal sealed class PhotoTray(Blobs blobs, KeyRing keys, Patience patience)
{
    private const int AtMost = 40, LengthOfHead = 32;

    private const long WholeAtMost = 192 << 20;

    private static readonly Duration Within = Duration.FromMinutes(10);

    /// <summary>Four photos straight from a camera come as one form where there is no script; each is judged by itself.</summary>
    public static readonly FormOptions Limits = new() { MultipartBodyLengthLimit = WholeAtMost, ValueLengthLimit = 64 << 10, ValueCountLimit = 64, MultipartHeadersCountLimit = 16 };

    public static void Widen(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = WholeAtMost;
    }

    /// <summary>One photo at a time, while the form is still being filled in.</summary>
    public async Task<IResult> Post(HttpContext context)
    {
        Widen(context);
        var words = new PortalWords(Tongue.Of(context, context.Request.Query["language"]));
        if (!context.Request.HasFormContentType) throw new Unreadable("$", "Send this as a form.");
        var form = await context.Request.ReadFormAsync(Limits, context.RequestAborted);
        var (photo, fault) = form.Files is [var file] ? await Keep(file, words, ReportDoor.Visitor(context), context.RequestAborted) : (null, words["photoEmpty", ""]);
        return photo is null ? Results.Json(new { words = fault }, statusCode: StatusCodes.Status422UnprocessableEntity) : Results.Json(new { photo });
    }

    public async Task<(ReportForm Form, IReadOnlyList<(string Field, string Words)> Faults)> Keep(ReportForm form, IFormFileCollection files, PortalWords words, string visitor, CancellationToken ct)
    {
        var (photos, faults) = (form.Photos.Where(p => Read(p) is not null).ToList(), new List<(string, string)>());
        foreach (var file in files.Where(f => f.FileName.Length > 0))
        {
            var (photo, fault) = await Keep(file, words, visitor, ct);
            if (photo is not null) photos.Add(photo);
            else faults.Add(("photos", fault!));
        }

        return (form with { Photos = [.. photos.Distinct()] }, faults);
    }

    /// <summary>Those that this installation has signed.</summary>
    public IReadOnlyList<SentPhoto> Kept(IEnumerable<string> photos) => [.. photos.Select(Read).OfType<SentPhoto>()];

    private async Task<(string? Photo, string? Fault)> Keep(IFormFile file, PortalWords words, string visitor, CancellationToken ct)
    {
        var name = Shown(file.FileName);
        if (file.Length == 0) return (null, words["photoEmpty", name]);
        if (file.Length > Blobs.SizeAtMost) return (null, words["photoLarge", name, file.Length >> 20, Blobs.SizeAtMost >> 20]);
        await using var content = file.OpenReadStream();
        var head = new byte[LengthOfHead];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        if (Blobs.PictureOf(head.AsSpan(0, read)) is not { } type) return (null, words["photoWrong", name]);
        if (patience.Take($"photo/{visitor}", AtMost, Within) is not null) return (null, words["photoOften"]);
        content.Position = 0;
        var kept = await blobs.Keep(content, type, ct);
        return ($"{kept.Hash}.{type["image/".Length..]}.{Signature(kept.Hash, type)}", null);
    }

    private SentPhoto? Read(string photo) =>
        photo.Split('.') is [var hash, var type, var signature] && signature == Signature(hash, $"image/{type}") ? new SentPhoto(hash, $"image/{type}") : null;

    private string Signature(string hash, string type) => keys.Sign($"report-photo/{hash}/{type}");

    private static string Shown(string name) => name.Length <= 40 ? name : $"{name[..36]}…";
}
