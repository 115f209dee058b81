namespace Callout.Messaging;

public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    public static MessageId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A mail that came in.</summary>
public readonly record struct IncomingMailId(Guid Value) : IId<IncomingMailId>
{
    public static IncomingMailId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct TemplateId(Guid Value) : IId<TemplateId>
{
    public static TemplateId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>One browser on one device of a technician's.</summary>
public readonly record struct PushSubscriptionId(Guid Value) : IId<PushSubscriptionId>
{
    public static PushSubscriptionId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>What somebody who asked for something may see of it, through a link without signing in.</summary>
public readonly record struct RequestTrackingId(Guid Value) : IId<RequestTrackingId>
{
    public static RequestTrackingId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>What a customer may see of one visit, through a link without signing in.</summary>
public readonly record struct TrackingId(Guid Value) : IId<TrackingId>
{
    public static TrackingId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
