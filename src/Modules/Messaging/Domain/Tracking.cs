using System.Security.Cryptography;
using System.Text;

namespace Callout.Messaging;

/// <summary>What the customer of one visit was promised, and the link through which they follow it. The link is kept only as its hash.</summary>
internal sealed class Tracking : Entity<TrackingId>, IInBranch
{
    private static readonly Duration Lasts = Duration.FromDays(14);

    public BranchId Branch { get; private init; }

    public VisitId Visit { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public AccountId? Account { get; private init; }

    public byte[] TokenHash { get; private set; } = [];

    /// <summary>A revoked link is followed by the next edition.</summary>
    public int Edition { get; private set; } = 1;

    public Instant Expires { get; private set; }

    public bool Revoked { get; private set; }

    /// <summary>The start of the visit when it was last told.</summary>
    public Instant ToldStart { get; private set; }

    public Instant From { get; private set; }

    public Instant Until { get; private set; }

    public Instant? FormerFrom { get; private set; }

    public Instant? FormerUntil { get; private set; }

    public Instant? FormerStart { get; private set; }

    /// <summary>When the customer was last told that somebody will be there, beside the promise; and when they were told.</summary>
    public Instant? ToldArrival { get; private set; }

    public Instant? ToldAt { get; private set; }

    /// <summary>Null while the customer has not said so; false when they say that it is not done.</summary>
    public bool? Confirmed { get; private set; }

    /// <summary>1 to 5.</summary>
    public int? Rating { get; private set; }

    public string? RatingWords { get; private set; }

    public Interval Promised => new(From, Until);

    public Interval? PromisedBefore => FormerFrom is { } from && FormerUntil is { } until ? new Interval(from, until) : null;

    public static TrackingId IdOf(VisitId visit) => new(Kernel.Id.Derived(visit.Value, 0, "tracking"));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static (Tracking, VisitPromised) Promise(VisitSummary visit, Interval window, Instant end, KeyRing keys)
    {
        var tracking = new Tracking
        {
            Id = IdOf(visit.Id), Branch = visit.Branch, Visit = visit.Id, WorkOrder = visit.WorkOrder, Account = visit.Account,
            ToldStart = visit.Start!.Value, From = window.Start, Until = window.End, Expires = end + Lasts,
        };
        tracking.TokenHash = HashOf(tracking.Token(keys));
        return (tracking, new VisitPromised(visit.Id, visit.WorkOrder, window.Start, window.End));
    }

    /// <summary>256 bits that only this installation can make, and makes again whenever a message needs them.</summary>
    public string Token(KeyRing keys) => keys.Sign($"tracking/{Visit}/{Edition}");

    /// <param name="told">False while the customer has not yet heard of the promise that this one replaces.</param>
    public VisitRepromised Repromise(Instant start, Interval window, Instant end, bool told)
    {
        if (told) (FormerStart, FormerFrom, FormerUntil) = (ToldStart, From, Until);
        var before = PromisedBefore ?? Promised;
        (ToldStart, From, Until, Expires, ToldArrival, ToldAt) = (start, window.Start, window.End, end + Lasts, null, null);
        return new VisitRepromised(Visit, WorkOrder, From, Until, before.Start, before.End);
    }

    /// <summary>Whoever passes the link on by hand means it to be read: once it has ended it opens again.</summary>
    public VisitPromised? Reopen(Instant now)
    {
        if (Expires > now) return null;
        Expires = now + Lasts;
        return new VisitPromised(Visit, WorkOrder, From, Until);
    }

    /// <summary>The next edition of a link that was revoked.</summary>
    public VisitPromised Renew(KeyRing keys)
    {
        (Edition, Revoked) = (Edition + 1, false);
        TokenHash = HashOf(Token(keys));
        return new VisitPromised(Visit, WorkOrder, From, Until);
    }

    /// <summary>The customer has been, or is about to be, told of this arrival.</summary>
    public ArrivalTold Tell(Instant arrival, Instant at)
    {
        (ToldArrival, ToldAt) = (arrival, at);
        return new ArrivalTold(Visit, WorkOrder, arrival);
    }

    public CompletionConfirmed Confirm(bool isDone)
    {
        Confirmed = isDone;
        return new CompletionConfirmed(Visit, WorkOrder, isDone);
    }

    public VisitRated Rate(int rating, string? words)
    {
        Refusal.If(rating is < 1 or > 5, "rating.range", "Give one to five.");
        Refusal.If(words?.Length > 2000, "rating.too-long", "Keep it under 2,000 characters.");
        (Rating, RatingWords) = (rating, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        return new VisitRated(Visit, WorkOrder, rating);
    }

    public void Forget() => RatingWords = null;

    public TrackingRevoked Revoke()
    {
        Revoked = true;
        return new TrackingRevoked(Id, Visit);
    }
}
