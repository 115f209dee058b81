using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>
/// Notices that a device lost what it had stored. A browser that is short of room drops a page's storage and keeps its cookies: so a cookie says
/// which storage this one had, for each person who signs in on it.
/// </summary>
public sealed class Stores(Writer writer)
{
    /// <param name="store">The id that this storage was given when it was made.</param>
    /// <param name="device">The line of numbers that it now continues.</param>
    internal async Task Compare(HttpContext context, Principal principal, Guid store, DeviceId device, CancellationToken ct)
    {
        var (name, said) = (Name(context, principal), $"{store:N}.{device.Value:N}");
        var before = context.Request.Cookies[name];
        if (before == said) return;
        if (Read(before) is var (lost, line) && lost != store)
            await Lost(StorageLossId.From(Id.Derived(lost, 0, $"replaced by {store}")), line, principal, ct);
        context.Response.Cookies.Append(name, said, Options(context));
    }

    /// <summary>A number that was used before comes with another command: the device was put back to an older state of its own.</summary>
    internal Task WentBack(DeviceId device, Principal principal, long next, CancellationToken ct) =>
        Lost(StorageLossId.From(Id.Derived(device.Value, 0, $"went back from {next}")), device, principal, ct);

    /// <summary>It is to be emptied: that its storage is gone is then no news.</summary>
    public static void Forget(HttpContext context, Principal principal) => context.Response.Cookies.Delete(Name(context, principal), Options(context));

    internal Task Differed(Principal principal, Guid? device, IEnumerable<string> audiences, CancellationToken ct) =>
        writer.Write(new Envelope(Guid.NewGuid(), principal) { Device = device is { } id ? DeviceId.From(id) : null }, (session, _) => Task.FromResult(session.Append(Subject.Of(principal), new FeedDiffered([.. audiences]))), ct);

    private Task Lost(StorageLossId id, DeviceId device, Principal principal, CancellationToken ct) =>
        writer.Write(new Envelope(Guid.NewGuid(), principal) { Device = device }, async (session, ct) =>
        {
            if (await session.Db.Set<StorageLoss>().IgnoreQueryFilters().AnyAsync(l => l.Id == id, ct)) return false;
            var next = await session.Of<DeviceTurn>().Where(t => t.Device == device && t.Principal == principal.Key).Select(t => (long?)t.Next).FirstOrDefaultAsync(ct) ?? 1;
            var (loss, lost) = StorageLoss.Of(id, device, principal, next - 1);
            session.Add(loss, lost);
            return true;
        }, ct);

    private static (Guid Store, DeviceId Device)? Read(string? text) =>
        text?.Split('.') is [var store, var device] && Guid.TryParseExact(store, "N", out var kept) && Guid.TryParseExact(device, "N", out var line) ? (kept, DeviceId.From(line)) : null;

    // Several people may use one browser, and each has a storage of their own.
    private static string Name(HttpContext context, Principal principal) =>
        $"{(context.Request.IsHttps ? "__Host-" : "")}callout-store-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(principal.Key)).AsSpan(0, 4))}";

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(400), IsEssential = true,
    };
}
