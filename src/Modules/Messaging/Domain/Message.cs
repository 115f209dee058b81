namespace Callout.Messaging;

/// <summary>What is said to a customer: over which ways it may go, which it went, and what became of it.</summary>
internal sealed class Message : Entity<MessageId>, IInBranch
{
    public const int TextLength = 4000;

    public BranchId Branch { get; private init; }

    public WorkOrderId? WorkOrder { get; private init; }

    public VisitId? Visit { get; private init; }

    public ServiceRequestId? Request { get; private init; }

    public AccountId? Account { get; private init; }

    public ContactId? Contact { get; private init; }

    /// <summary>Whom it tells, when it is no customer.</summary>
    public ResourceId? Technician { get; private set; }

    public PushSubscriptionId? Device { get; private set; }

    public Occasion Occasion { get; private set; }

    public string Language { get; private init; } = "";

    /// <summary>Derived from what caused it, so that the same cause never says it twice.</summary>
    public Guid Key { get; private init; }

    public MessageState State { get; private set; }

    /// <summary>The preferred way first; the others for when it is refused.</summary>
    public IReadOnlyList<Way> Ways { get; private set; } = [];

    /// <summary>Which of the ways it is on.</summary>
    public int On { get; private set; }

    public IReadOnlyList<Refusing> Refusals { get; private set; } = [];

    /// <summary>The mail that it answers, by its Message-ID, so that both stand in one conversation.</summary>
    public string? Answers { get; private set; }

    public Instant? SentAt { get; private set; }

    public string? Reference { get; private set; }

    public Way Way => Ways[Math.Min(On, Ways.Count - 1)];

    public static (Message, MessageQueued) Queue(MessageId id, Guid key, BranchId branch, About about, Recipient to, Occasion occasion, IReadOnlyList<Way> ways)
    {
        Refusal.If(ways.Count == 0, "message.nobody", "There is no address or number to which this could be sent.");
        var message = new Message { Id = id, Key = key, Branch = branch, WorkOrder = about.WorkOrder, Visit = about.Visit, Request = about.Request, Account = to.Account, Contact = to.Contact, Occasion = occasion, Language = to.Language, Ways = ways };
        return (message, new MessageQueued(id, about.WorkOrder, occasion, message.Way.Channel));
    }

    public Message InAnswerTo(string? mail)
    {
        Answers = mail;
        return this;
    }

    public Message OnDevice(PushSubscription of)
    {
        (Technician, Device) = (of.Technician, of.Id);
        return this;
    }

    public MessageRewritten Rewrite(Occasion occasion, IReadOnlyList<Way> ways)
    {
        (Occasion, Ways, On) = (occasion, ways, 0);
        return new MessageRewritten(Id, occasion);
    }

    public MessageWithdrawn Withdraw()
    {
        State = MessageState.Withdrawn;
        return new MessageWithdrawn(Id);
    }

    public MessageSent Sent(Instant at, string? reference)
    {
        (State, SentAt, Reference) = (MessageState.Sent, at, reference);
        return new MessageSent(Id, Way.Channel);
    }

    public MessageDelivered Delivered()
    {
        State = MessageState.Delivered;
        return new MessageDelivered(Id, Way.Channel);
    }

    /// <summary>On to the next way, if there is one.</summary>
    public IEvent Refuse(string reason, Instant at)
    {
        var channel = Way.Channel;
        Refusals = [.. Refusals, new Refusing(channel, Way.To, reason, at)];
        if (On + 1 >= Ways.Count)
        {
            State = MessageState.Failed;
            return new MessageFailed(Id, channel);
        }

        (On, State) = (On + 1, MessageState.Queued);
        return new MessageRefused(Id, channel, Way.Channel);
    }

    /// <summary>That something was said stays; to whom and what does not.</summary>
    public MessageWithdrawn Forget()
    {
        (Ways, Refusals, Reference, Answers) = ([.. Ways.Select(w => new Way(w.Channel, "", null, ""))], [.. Refusals.Select(r => r with { To = "", Reason = "" })], null, null);
        if (State == MessageState.Queued) State = MessageState.Withdrawn;
        return new MessageWithdrawn(Id);
    }
}

/// <summary>What a message speaks of.</summary>
internal sealed record About(WorkOrderId? WorkOrder = null, VisitId? Visit = null, ServiceRequestId? Request = null);

/// <param name="Text">Where it holds <c>{link}</c>, the tracking link is put when it is sent: links are not kept.</param>
internal sealed record Way(MessageChannel Channel, string To, string? Subject, string Text);

internal sealed record Refusing(MessageChannel Channel, string To, string Reason, Instant At);

/// <summary>A message that must yet be sent, and when it is tried next. Gone once it is settled.</summary>
internal sealed class Delivery
{
    public const int AttemptsAtMost = 8;

    public MessageId Message { get; init; }

    public Instant NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last try did not go through; null while there was none.</summary>
    public string? Because { get; private set; }

    /// <summary>15 s, 30 s, a minute … at most an hour.</summary>
    public void Later(Instant now, string? because) => (NextAt, Because) = (now + Duration.Min(Duration.FromSeconds(15 << Math.Min(Attempts, 10)), Duration.FromHours(1)), because);

    /// <summary>Another way is begun at once, with all its tries.</summary>
    public void Onward(Instant now) => (Attempts, NextAt, Because) = (0, now, null);
}
