using Callout.Customers;

namespace Callout.Contracts;

/// <param name="WorkTypes">By which names the kind of work goes.</param>
/// <param name="Accounts">All accounts that are this customer.</param>
public sealed record SlaQuestion(string Priority, IReadOnlyList<string> WorkTypes, IReadOnlyList<AccountId> Accounts);

/// <summary>A policy with its calendars resolved: everything that its clocks need. Whoever keeps it can reckon them anew at any time.</summary>
/// <param name="Policy">Null when they come from no policy but from the kind of work.</param>
public sealed record SlaTerms(SlaPolicyId? Policy, string Name, IReadOnlyList<SlaTerm> Terms, SlaPenalty? Penalty)
{
    public IReadOnlyList<SlaReading> Read(Instant start, IReadOnlyList<Pause> pauses, IReadOnlyDictionary<SlaKind, Instant> met, Instant now) =>
        [.. Terms.Select(t => t.Read(start, pauses, met.TryGetValue(t.Kind, out var at) ? at : null, now))];
}

/// <summary>What other modules ask about service levels.</summary>
public static class Sla
{
    private const int HolidayYears = 3;

    /// <param name="from">When the clocks start, so that the holidays after it are known.</param>
    public static async Task<SlaTerms> Of(SlaPolicyId policy, Instant from, Reading reading, CancellationToken ct)
    {
        var found = await reading.Get<SlaPolicy, SlaPolicyId>(policy, ct);
        var open = await OpeningTimes([.. found.Plan.Targets.Select(t => t.Calendar).Distinct()], from, reading, ct);
        var terms = found.Plan.Targets.Select(t => new SlaTerm(t.Kind, Duration.FromMinutes(t.Minutes), open[t.Calendar], t.PausedBy));
        return new SlaTerms(policy, found.Plan.Name, [.. terms], found.Plan.Penalty);
    }

    /// <summary>The policy that is meant most closely for such work; null when none is. A contract's own comes first, which is for the caller to know.</summary>
    public static async Task<SlaPolicyId?> For(SlaQuestion question, Reading reading, CancellationToken ct)
    {
        var policies = await reading.Of<SlaPolicy>().Where(p => !p.Retired).ToListAsync(ct);
        return policies.Where(p => p.Fits(question)).OrderByDescending(p => p.Closeness).ThenBy(p => p.Id.Value).Select(p => (SlaPolicyId?)p.Id).FirstOrDefault();
    }

    private static async Task<Dictionary<CalendarId, OpeningTimes>> OpeningTimes(List<CalendarId> ids, Instant from, Reading reading, CancellationToken ct)
    {
        var calendars = await reading.Of<BusinessCalendar>().Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        var first = from.InUtc().Date.PlusDays(-2);
        var free = await Holidays.Of(calendars.Select(c => c.Plan.Holidays).OfType<string>(), first, first.PlusYears(HolidayYears), reading, ct);
        return calendars.ToDictionary(c => c.Id, c => c.OpenAround(free));
    }
}
