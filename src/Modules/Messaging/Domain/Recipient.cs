namespace Callout.Messaging;

/// <summary>Whom a visit or order is told to, and how they like to be reached.</summary>
internal sealed record Recipient(AccountId? Account, ContactId? Contact, string Name, string? Email, string? Phone, ContactChannel? Channel, string Language, LocalTime? QuietFrom, LocalTime? QuietUntil, IReadOnlyList<ContactChannel> Declined)
{
    private static readonly MessageChannel[] Usual = [MessageChannel.WhatsApp, MessageChannel.Sms, MessageChannel.Email];

    /// <summary>The preferred way first. A way that the customer does not want is none; one that the installation has not set up comes last, so that it is seen to fail.</summary>
    public IEnumerable<(MessageChannel Channel, string To)> Ways(Func<MessageChannel, bool> isSetUp) =>
        from channel in Usual
        where !Declined.Contains(Named(channel))
        let to = channel == MessageChannel.Email ? Email : Phone
        where to is not null
        orderby !isSetUp(channel), Named(channel) != Channel
        select (channel, to);

    /// <summary>Now, or when the customer's quiet hours end.</summary>
    public Instant Awake(Instant at, DateTimeZone zone)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until || from == until) return at;
        var local = at.InZone(zone).LocalDateTime;
        var quiet = from < until ? local.TimeOfDay >= from && local.TimeOfDay < until : local.TimeOfDay >= from || local.TimeOfDay < until;
        if (!quiet) return at;
        var day = from > until && local.TimeOfDay >= from ? local.Date.PlusDays(1) : local.Date;
        return day.At(until).InZoneLeniently(zone).ToInstant();
    }

    private static ContactChannel Named(MessageChannel channel) =>
        channel switch { MessageChannel.Email => ContactChannel.Email, MessageChannel.Sms => ContactChannel.Sms, _ => ContactChannel.WhatsApp };
}
