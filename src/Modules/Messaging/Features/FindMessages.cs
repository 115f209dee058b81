namespace Callout.Messaging;

/// <param name="To">An address or number; the technician whose device it was.</param>
/// <param name="Text">As it went, or is to go, without the link: that is the customer's alone.</param>
/// <param name="Refusals">The ways that were refused before, with the reason that was given.</param>
public sealed record MessageLine(
    MessageId Id, WorkOrderId? WorkOrder, VisitId? Visit, Occasion Occasion, MessageState State, MessageChannel Channel, string To, string? Subject, string Text, string Language,
    IReadOnlyList<RefusalLine> Refusals, Instant At, string By, Instant? SentAt);

public sealed record RefusalLine(MessageChannel Channel, string To, string Reason, Instant At);

/// <summary>What was said to customers and on technicians' devices, the newest first: about an order with the request that became it, or all that failed.</summary>
public sealed record FindMessages(WorkOrderId? Order, VisitId? Visit, MessageState? State, Guid? After, int? Limit, ServiceRequestId? Request = null)
{
    internal static async Task<Page<MessageLine>> Handle(FindMessages query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<Message>();
        if (query.Order is { } order)
        {
            var request = query.Request ?? (await Requests.Behind(order, reading, ct))?.Id;
            found = found.Where(m => m.WorkOrder == order || request != null && m.Request == request);
        }
        else if (query.Request is { } request)
        {
            found = found.Where(m => m.Request == request);
        }

        if (query.Visit is { } visit) found = found.Where(m => m.Visit == visit);
        if (query.State is { } state) found = found.Where(m => m.State == state);
        var page = await found.Page<Message, MessageId, Message>(query.After, query.Limit, m => m, ct);
        var technicians = await Workforce.Technicians.Names([.. page.Items.Select(m => m.Technician).OfType<ResourceId>().Distinct()], reading, ct);
        return new([.. page.Items.Select(m => Line(m, m.Technician is { } told ? technicians.GetValueOrDefault(told, "") : m.Way.To))], page.Next);
    }

    private static MessageLine Line(Message m, string to) => new(
        m.Id, m.WorkOrder, m.Visit, m.Occasion, m.State, m.Way.Channel, to, m.Way.Subject, m.Way.Text.Replace("{link}", "…", StringComparison.Ordinal), m.Language,
        [.. m.Refusals.Select(r => new RefusalLine(r.Channel, r.To, r.Reason, r.At))], m.CreatedAt, m.CreatedBy, m.SentAt);
}
