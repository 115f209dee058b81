namespace Callout.App.Import;

/// <summary>What can be taken in, and which commands a row of it becomes.</summary>
internal static class Kinds
{
    private static readonly Dictionary<string, Part[]> All = new()
    {
        ["requests"] = [new("", "requests/receive", Ids(("request", "request")))],
        ["customers"] =
        [
            new("account.", "accounts/add", Ids(("account", "account")), null, "details.references"),
            new("contact.", "contacts/add", Ids(("contact", "contact"), ("account", "account")), "details.name"),
            new("site.", "sites/add", Ids(("site", "site"), ("account", "account")), "details.name", "details.references"),
        ],
    };

    public static Part[] Of(string kind) => All.TryGetValue(kind, out var parts) ? parts : throw new UsageException($"{kind} cannot be imported; say {string.Join(" or ", All.Keys)}.");

    private static Dictionary<string, string> Ids(params (string Field, string Part)[] ids) => ids.ToDictionary(i => i.Field, i => i.Part);
}
