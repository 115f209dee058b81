namespace Callout.WorkOrders;

public enum Channel
{
    Phone,
    Email,
    WhatsApp,
    Sms,
    Portal,
    Walkin,
    Device,
    Website,
    Internal,
    Api,
}

/// <summary>As the customer puts it. The priority of the order is the trade's own judgement.</summary>
public enum Urgency
{
    Normal,
    Low,
    High,
    Emergency,
}

public enum RequestState
{
    New,

    /// <summary>For what the customer was asked.</summary>
    Waiting,
    Ordered,
    Merged,
    Declined,
}

public enum DeclineReason
{
    NotOurs,
    SolvedByCustomer,
    Unreachable,
    Spam,
    Other,
}
