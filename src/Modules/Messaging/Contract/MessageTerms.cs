namespace Callout.Messaging;

public enum MessageChannel
{
    Email,
    Sms,
    WhatsApp,
    Push,
}

public enum MessageState
{
    Queued,

    /// <summary>Taken over by the mail server or the provider.</summary>
    Sent,

    /// <summary>The provider says that it has arrived.</summary>
    Delivered,

    /// <summary>Refused on every way there was, or tried in vain.</summary>
    Failed,

    /// <summary>What it would have said is not true any more; it was never sent.</summary>
    Withdrawn,
}

/// <summary>What a message is about.</summary>
public enum Occasion
{
    Booked,
    Moved,
    Cancelled,
    OnTheWay,
    Delayed,
    Done,
    RequestReceived,

    /// <summary>By a person, in their own words.</summary>
    Written,

    /// <summary>To a technician's device: a job is theirs now.</summary>
    JobSent,

    /// <summary>To a technician's device: a job they were sent is planned otherwise.</summary>
    JobChanged,

    /// <summary>To a technician's device: a job they were sent is theirs no longer.</summary>
    JobTakenAway,

    /// <summary>To a technician's device: a job they were sent is called off.</summary>
    JobCancelled,
}
