namespace Callout.WorkOrders;

/// <summary>Someone asked for something, through whichever channel.</summary>
[Event("request.received")]
public sealed record RequestReceived(ServiceRequestId Request, Channel Channel) : IEvent;

public enum Channel
{
    Phone,
    Email,
    WhatsApp,
    Sms,
    Portal,
    Walkin,
    Device,
}
