namespace Callout.Messaging;

public enum Settling
{
    Taken,
    Refused,
    Later,

    /// <summary>The device does not take messages any more.</summary>
    Gone,
}

/// <summary>What came of a try to send. A refusal sends it another way; the eighth "not now" counts as one.</summary>
/// <param name="Said">The receiver's reference, or reason.</param>
public sealed record SettleMessage(MessageId Message, int Attempt, Settling Outcome, string? Said = null)
{
    internal static readonly SettleMessage Example = new(new(new("0199f3a0-0000-7000-8000-000000040001")), 1, Settling.Taken, "250 2.0.0 accepted");

    internal static async Task<MessageSettled> Handle(SettleMessage command, Session session, CancellationToken ct)
    {
        var message = await session.Load<Message, MessageId>(command.Message, ct);
        var delivery = await session.Locked<Delivery>().FirstOrDefaultAsync(d => d.Message == message.Id, ct);
        if (delivery is null || message.State != MessageState.Queued) return new(message.State);
        switch (command.Outcome)
        {
            case Settling.Taken:
                session.Append(message, message.Sent(session.Now, command.Said));
                session.Drop(delivery);
                break;
            case Settling.Later when delivery.Attempts < Delivery.AttemptsAtMost:
                delivery.Later(session.Now, command.Said);
                break;
            default:
                if (command.Outcome == Settling.Gone && message.Device is { } device) await PushSubscription.Drop(s => s.Id == device, session, ct);
                session.Append(message, message.Refuse(command.Said ?? "No reason was given.", session.Now));
                delivery.Onward(session.Now);
                if (message.State == MessageState.Failed) session.Drop(delivery);
                break;
        }

        return new(message.State);
    }
}

public sealed record MessageSettled(MessageState State);
