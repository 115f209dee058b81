using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

public static class PrincipalOfRequest
{
    private const string Item = "callout.principal";

    extension(HttpContext context)
    {
        /// <summary>Null when nobody is signed in.</summary>
        public Principal? Principal => context.Items[Item] as Principal;
    }

    /// <summary>Asks each way of signing in until one answers.</summary>
    internal static async Task Find(HttpContext context, IEnumerable<Authenticate> ways)
    {
        foreach (var way in ways)
            if (await way(context) is { } principal)
            {
                context.Items[Item] = principal;
                return;
            }
    }
}
