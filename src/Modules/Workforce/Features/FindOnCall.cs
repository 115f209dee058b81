namespace Callout.Workforce;

public sealed record OnCallTurns(IReadOnlyList<OnCallTurn> Items);

/// <summary>Who is on call in a branch between two moments; now, when neither is said.</summary>
[Refuses("on-call.too-long")]
public sealed record FindOnCall(BranchId Branch, Instant? From, Instant? Until)
{
    internal static async Task<OnCallTurns> Handle(FindOnCall query, Reading reading, CancellationToken ct)
    {
        var from = query.From ?? reading.Now;
        var until = query.Until ?? from + Duration.Epsilon;
        Refusal.If(until - from > Duration.FromDays(366), "on-call.too-long", "Ask for at most a year at once.");
        return new OnCallTurns(await Roster.OnCall(query.Branch, from, until, reading, ct));
    }
}
