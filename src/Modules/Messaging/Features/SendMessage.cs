using Callout.Identity;

namespace Callout.Messaging;

/// <summary>Writes to the customer of an order, in one's own words.</summary>
/// <param name="Channel">The customer's preferred one, when nothing is said.</param>
[Refuses("message.empty", "message.too-long", "message.nobody")]
public sealed record SendMessage(MessageId Message, VisitId Visit, string Text, string? Subject = null, MessageChannel? Channel = null)
{
    internal static readonly SendMessage Example = new(new(new("0199f3a0-0000-7000-8000-000000040002")), new(new("0199f3a0-0000-7000-8000-00000000d001")), "Daniel brings the new compressor along");

    internal static async Task<MessageQueued> Handle(SendMessage command, Session session, CancellationToken ct)
    {
        Refusal.If(string.IsNullOrWhiteSpace(command.Text), "message.empty", "Write something first.");
        Refusal.If(command.Text.Length > Messaging.Message.TextLength, "message.too-long", $"Keep a message under {Messaging.Message.TextLength:N0} characters.");
        var visit = await Visits.Of(command.Visit, session, ct);
        var by = await Letterhead.Of(visit.Branch, session, ct);
        var to = await Telling.Whom(visit, by, session, ct);
        var carriers = session.Service<IEnumerable<Carrier>>().Where(c => c.IsSetUp).Select(c => c.Channel).ToHashSet();
        var ways = to.Ways(carriers.Contains).Where(w => command.Channel is null || w.Channel == command.Channel)
            .Select(w => new Way(w.Channel, w.To, w.Channel == MessageChannel.Email ? command.Subject ?? by.Name : null, command.Text.Trim())).ToList();
        var (message, queued) = Messaging.Message.Queue(command.Message, Id.Derived(session.CommandId, 0, "message"), visit.Branch, new(visit.WorkOrder, visit.Id), to, Occasion.Written, ways);
        session.Keep(new Delivery { Message = message.Id, NextAt = session.Now });
        return session.Add(message, queued);
    }
}
