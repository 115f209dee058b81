using System.Text.RegularExpressions;

namespace Callout.WorkOrders;

/// <summary>Finds orders and requests by the beginnings of words: their own, or those of their customer, site or asset.</summary>
internal static partial class Finding
{
    private const int WordsAtMost = 6;

    public static async Task<IQueryable<WorkOrder>> Having(this IQueryable<WorkOrder> orders, string? typed, Reading reading, CancellationToken ct)
    {
        foreach (var word in Typed(typed))
        {
            var (end, found) = (Text.EndOf(word), await Found.Of(word, reading, ct));
            var ids = reading.Of<OrderWord>().Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.WorkOrder);
            if (found.Accounts is { Count: > 0 } accounts) ids = ids.Union(reading.Of<WorkOrder>().Where(o => accounts.Contains(o.Account!.Value)).Select(o => o.Id));
            if (found.Sites is { Count: > 0 } sites) ids = ids.Union(reading.Of<WorkOrder>().Where(o => sites.Contains(o.Site!.Value)).Select(o => o.Id));
            if (found.Assets is { Count: > 0 } assets) ids = ids.Union(reading.Of<WorkOrder>().Where(o => assets.Contains(o.Asset!.Value)).Select(o => o.Id));
            orders = orders.Where(o => ids.Contains(o.Id));
        }

        return Nothing(typed) ? orders.Where(o => false) : orders;
    }

    public static async Task<IQueryable<ServiceRequest>> Having(this IQueryable<ServiceRequest> requests, string? typed, Reading reading, CancellationToken ct)
    {
        foreach (var word in Typed(typed))
        {
            var (end, found) = (Text.EndOf(word), await Found.Of(word, reading, ct));
            var ids = reading.Of<RequestWord>().Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.Request);
            if (found.Accounts is { Count: > 0 } accounts) ids = ids.Union(reading.Of<ServiceRequest>().Where(r => accounts.Contains(r.Account!.Value)).Select(r => r.Id));
            if (found.Sites is { Count: > 0 } sites) ids = ids.Union(reading.Of<ServiceRequest>().Where(r => sites.Contains(r.Site!.Value)).Select(r => r.Id));
            if (found.Assets is { Count: > 0 } assets) ids = ids.Union(reading.Of<ServiceRequest>().Where(r => assets.Contains(r.Asset!.Value)).Select(r => r.Id));
            requests = requests.Where(r => ids.Contains(r.Id));
        }

        return Nothing(typed) ? requests.Where(r => false) : requests;
    }

    /// <summary>In step with what the order now says.</summary>
    public static Task Find(this Session session, WorkOrder order, CancellationToken ct) => session.Replace(w => w.WorkOrder == order.Id, OrderWord.Of(order), ct);

    public static Task Find(this Session session, ServiceRequest request, CancellationToken ct) => session.Replace(w => w.Request == request.Id, RequestWord.Of(request), ct);

    private static List<string> Typed(string? typed) => [.. Text.Words(Spoken().Replace(typed ?? "", "$1")).Distinct().Take(WordsAtMost)];

    // Something was typed of which no word is left.
    private static bool Nothing(string? typed) => !string.IsNullOrWhiteSpace(typed) && Typed(typed).Count == 0;

    // As people write an order's number.
    [GeneratedRegex(@"(?<!\w)(?:WO|#)-?(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Spoken();
}
