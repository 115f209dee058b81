namespace Callout.Messaging;

/// <summary>A message waits to be sent.</summary>
[Event("message.queued")]
public sealed record MessageQueued(MessageId Message, WorkOrderId? WorkOrder, Occasion Occasion, MessageChannel Channel) : IEvent;

/// <summary>It waited still when something changed, and now says that instead: one message, not two.</summary>
[Event("message.rewritten")]
public sealed record MessageRewritten(MessageId Message, Occasion Occasion) : IEvent;

[Event("message.withdrawn")]
public sealed record MessageWithdrawn(MessageId Message) : IEvent;

/// <summary>The mail server or provider has taken it over.</summary>
[Event("message.sent")]
public sealed record MessageSent(MessageId Message, MessageChannel Channel) : IEvent;

[Event("message.delivered")]
public sealed record MessageDelivered(MessageId Message, MessageChannel Channel) : IEvent;

/// <summary>This way was refused; it goes another, if there is one.</summary>
[Event("message.refused")]
public sealed record MessageRefused(MessageId Message, MessageChannel Channel, MessageChannel? Next) : IEvent;

/// <summary>It could not be sent at all; someone in the office must reach the customer.</summary>
[Event("message.failed")]
public sealed record MessageFailed(MessageId Message, MessageChannel Channel) : IEvent;

/// <summary>A mail came in and became a request, or was added to one or to an order.</summary>
[Event("mail.taken")]
public sealed record MailTaken(IncomingMailId Mail, ServiceRequestId? Request, WorkOrderId? WorkOrder) : IEvent;

/// <summary>Who wrote it was erased.</summary>
[Event("mail.forgotten")]
public sealed record MailForgotten(IncomingMailId Mail) : IEvent;

/// <summary>The organisation says something in words of its own.</summary>
[Event("message-template.written")]
public sealed record TemplateWritten(TemplateId Template, Occasion Occasion, MessageChannel Channel, [property: NotPersonal] string Language) : IEvent;

/// <summary>From now on this person's device rings when a job is sent to them.</summary>
[Event("push.subscribed")]
public sealed record PushSubscribed(PersonId Person, PushSubscriptionId Subscription) : IEvent;

/// <summary>That device rings no longer: its holder said so, or it is gone.</summary>
[Event("push.unsubscribed")]
public sealed record PushUnsubscribed(PersonId Person, PushSubscriptionId Subscription) : IEvent;

/// <summary>The customer was promised when somebody comes.</summary>
[Event("visit.promised")]
public sealed record VisitPromised(VisitId Visit, WorkOrderId WorkOrder, Instant From, Instant Until) : IEvent;

/// <summary>The promise became another, and the customer is told.</summary>
[Event("visit.re-promised")]
public sealed record VisitRepromised(VisitId Visit, WorkOrderId WorkOrder, Instant From, Instant Until, Instant FormerFrom, Instant FormerUntil) : IEvent;

/// <summary>The customer is told when somebody will be there, other than promised or told before.</summary>
[Event("visit.arrival-told")]
public sealed record ArrivalTold(VisitId Visit, WorkOrderId WorkOrder, Instant Arrival) : IEvent;

/// <summary>The customer says whether the work is done.</summary>
[Event("visit.completion-confirmed")]
public sealed record CompletionConfirmed(VisitId Visit, WorkOrderId WorkOrder, bool IsDone) : IEvent;

/// <summary>The link to follow a visit leads nowhere any more.</summary>
[Event("tracking.revoked")]
public sealed record TrackingRevoked(TrackingId Tracking, VisitId Visit) : IEvent;

/// <summary>The customer said how it went, from 1 to 5; their words stay beside the visit.</summary>
[Event("visit.rated")]
public sealed record VisitRated(VisitId Visit, WorkOrderId WorkOrder, int Rating) : IEvent;
