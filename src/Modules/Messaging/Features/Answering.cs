using Callout.Identity;

namespace Callout.Messaging;

/// <summary>Tells whoever asked for something without signing in that we have it, with a link to see how it goes.</summary>
internal static class Answering
{
    /// <summary>So long the same person is not written to again: a form must not be a way to bother somebody else.</summary>
    private static readonly Duration Day = Duration.FromDays(1);

    private const int ADay = 3;

    public static async Task Acknowledge(Told told, Session session, CancellationToken ct)
    {
        var by = await Letterhead.Of(told.Branch, session, ct);
        session.Add(RequestTracking.Of(told.Request, told.Branch, told.Language, session.Now, session.Service<KeyRing>()));
        var to = await Telling.Known(told.Account, told.Contact, by, session, ct)
            ?? new(told.Account, null, told.Name, told.Email, told.Phone, null, Phrases.Nearest(told.Language), null, null, []);
        var key = Id.Derived(told.Request.Value, 0, "received");
        if (!to.Ways(_ => true).Any() || await Bothered(to, session, ct)) return;
        var facts = new Dictionary<string, string>
        {
            ["{name}"] = to.Name, ["{organisation}"] = by.Name, ["{number}"] = $"{told.Number}", ["{summary}"] = told.Summary, ["{phone}"] = by.Phone ?? session.Service<MessagingSettings>().Phone ?? "",
        };
        var ways = await Templates.Ways(Occasion.RequestReceived, to, facts, session, ct);
        var (message, queued) = Message.Queue(session.New<MessageId>(), key, told.Branch, new(Request: told.Request), to, Occasion.RequestReceived, ways);
        session.Add(message.InAnswerTo(told.Mail), queued);
        session.Keep(new Delivery { Message = message.Id, NextAt = to.Awake(session.Now, by.Zone) });
    }

    private static async Task<bool> Bothered(Recipient to, Session session, CancellationToken ct)
    {
        var since = session.Now - Day;
        var last = await session.Of<Message>().Where(m => m.Occasion == Occasion.RequestReceived && m.CreatedAt > since).OrderByDescending(m => m.Id).Take(200).Select(m => m.Ways).ToListAsync(ct);
        return last.Count(ways => ways.Any(w => w.To == to.Email || w.To == to.Phone)) >= ADay;
    }
}

/// <summary>A request that came in without a sign-in, and whom to answer.</summary>
internal sealed record Told(
    ServiceRequestId Request, BranchId Branch, long Number, string Summary, AccountId? Account, ContactId? Contact, string Name, string? Phone, string? Email, string Language)
{
    /// <summary>The Message-ID of the mail that it came as.</summary>
    public string? Mail { get; init; }
}
