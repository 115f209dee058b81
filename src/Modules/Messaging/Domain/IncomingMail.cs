namespace Callout.Messaging;

/// <summary>A mail that came in, by its Message-ID: the same again is the same, and whoever answers it answers what it became.</summary>
internal sealed class IncomingMail : Entity<IncomingMailId>, IInBranch
{
    public BranchId Branch { get; private init; }

    /// <summary>As its sender's server named it.</summary>
    public string? MessageId { get; private set; }

    public string? From { get; private set; }

    /// <summary>Whoever wrote it, when they are known.</summary>
    public ContactId? Contact { get; private init; }

    /// <summary>What it became, or belongs to.</summary>
    public ServiceRequestId? Request { get; private init; }

    public WorkOrderId? WorkOrder { get; private init; }

    public static IncomingMailId IdOf(string messageId) => new(Kernel.Id.Derived(Guid.Empty, 0, messageId));

    public static (IncomingMail, MailTaken) Take(TakeMail mail, BranchId branch, ContactId? contact, ServiceRequestId? request, WorkOrderId? order) =>
        (new() { Id = mail.Mail, Branch = branch, MessageId = mail.MessageId, From = mail.From, Contact = contact, Request = request, WorkOrder = order }, new MailTaken(mail.Mail, request, order));

    /// <summary>That a mail came stays; from whom does not.</summary>
    public MailForgotten Forget()
    {
        (MessageId, From) = (null, null);
        return new MailForgotten(Id);
    }
}
