using Microsoft.AspNetCore.Http;

namespace Callout.Identity;

/// <summary>The one cookie: it carries a ticket's secret, which scripts cannot read and other sites cannot have sent.</summary>
internal static class Cookie
{
    private const string Plain = "callout", Secure = "__Host-callout";

    public static byte[]? Ticket(HttpContext context) =>
        context.Request.Cookies[Name(context)] is { Length: > 0 and < 100 } text ? Secret.HashOf(text) : null;

    public static void Give(HttpContext context, Secret secret) => context.Response.Cookies.Append(Name(context), secret.Text, Options(context));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    private static string Name(HttpContext context) => context.Request.IsHttps ? Secure : Plain;

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(30), IsEssential = true,
    };
}
