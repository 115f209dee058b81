namespace Callout.Messaging;

/// <param name="To">An address or number; the technician whose device it was.</param>
/// <param name="Text">As it went, or is to go, without the link: that is the customer's alone.</param>
/// <param name="Refusals">The ways that were refused before, with the reason that was given.</param>
/// <param name="Waiting">While it is not sent: since which tries, and when the next is.</param>
public sealed record MessageLine(
    MessageId Id, WorkOrderId? WorkOrder, VisitId? Visit, Occasion Occasion, MessageState State, MessageChannel Channel, string To, string? Subject, string Text, string Language,
    IReadOnlyList<RefusalLine> Refusals, Instant At, string By, Instant? SentAt, WaitingLine? Waiting = null);

/// <param name="Tries">How often it was tried in vain on this way.</param>
/// <param name="Because">What was said the last time.</param>
public sealed record WaitingLine(int Tries, Instant Next, string? Because);

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
        var queued = page.Items.Where(m => m.State == MessageState.Queued).Select(m => m.Id).ToList();
        var waiting = await reading.Of<Delivery>().Where(d => queued.Contains(d.Message)).ToDictionaryAsync(d => d.Message, d => new WaitingLine(d.Attempts, d.NextAt, d.Because), ct);
        return new([.. page.Items.Select(m => Line(m, waiting.GetValueOrDefault(m.Id), m.Technician is { } told ? technicians.GetValueOrDefault(told, "") : m.Way.To))], page.Next);
    }

    private static MessageLine Line(Message m, WaitingLine? waiting, string to) => new(
        m.Id, m.WorkOrder, m.Visit, m.Occasion, m.State, m.Way.Channel, to, m.Way.Subject, m.Way.Text.Replace("{link}", "…", StringComparison.Ordinal), m.Language,
        [.. m.Refusals.Select(r => new RefusalLine(r.Channel, r.To, r.Reason, r.At))], m.CreatedAt, m.CreatedBy, m.SentAt, waiting);
}
