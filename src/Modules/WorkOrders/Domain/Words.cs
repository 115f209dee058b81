namespace Callout.WorkOrders;

/// <summary>A word under which an order is found.</summary>
internal sealed record OrderWord(WorkOrderId WorkOrder, string Word, BranchId Branch)
{
    public static IEnumerable<OrderWord> Of(WorkOrder o) =>
        Words.Of(o.Number, o.ExternalRef, o.Summary, o.ContactName, o.ContactPhone).Select(w => new OrderWord(o.Id, w, o.Branch));
}

/// <summary>A word under which a request is found.</summary>
internal sealed record RequestWord(ServiceRequestId Request, string Word, BranchId Branch)
{
    public static IEnumerable<RequestWord> Of(ServiceRequest r) =>
        Words.Of(r.Number, r.ExternalRef, r.Summary, r.CallerName, r.CallerPhone, r.CallerEmail).Select(w => new RequestWord(r.Id, w, r.Branch));
}

internal static class Words
{
    private const int LengthAtMost = 60, AtMost = 40;

    public static IEnumerable<string> Of(long number, string? externalRef, string summary, string? name, string? phone, string? email = null) =>
        new[] { number.ToString(System.Globalization.CultureInfo.InvariantCulture), Joined(externalRef), Joined(phone) }
            .Concat(Text.Words(externalRef)).Concat(Text.Words(name)).Concat(Text.Words(email)).Concat(Text.Words(summary))
            .Where(w => w.Length > 0).Select(w => w[..Math.Min(w.Length, LengthAtMost)]).Distinct().Take(AtMost);

    // A telephone number or a number from outside that is typed without its dashes is found as well.
    private static string Joined(string? text) => string.Concat(Text.Words(text));
}
