using Microsoft.AspNetCore.Http;

namespace Callout.Messaging;

/// <summary>In which of our languages a page is shown.</summary>
internal static class Tongue
{
    /// <summary>The chosen one; or the best of those that the browser asks for; or else that of the branch.</summary>
    public static string Of(HttpContext context, string? chosen = null, string? usual = null)
    {
        if (chosen is not null && Phrases.Languages.Contains(chosen)) return chosen;
        return context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString())
            .Where(l => Phrases.Languages.Any(known => l.StartsWith(known, StringComparison.OrdinalIgnoreCase))).Select(l => Phrases.Nearest(l.ToLowerInvariant())).FirstOrDefault() ?? Phrases.Nearest(usual);
    }
}
