namespace Callout.Contracts;

[Refuses("sla-policy.name", "sla-policy.no-target", "sla-policy.target-twice", "sla-policy.minutes", "sla-policy.penalty", "sla-policy.penalty-currency", "sla-policy.calendar")]
public sealed record AddSlaPolicy(SlaPolicyId Policy, SlaPlan Plan)
{
    internal static readonly AddSlaPolicy Example = new(new(new("0199f3a0-0000-7000-8000-00000000f201")), new(
        "Gold",
        [
            new(SlaKind.Response, 30, AddCalendar.Example.Calendar, []),
            new(SlaKind.Arrival, 240, AddCalendar.Example.Calendar, [PauseReason.Customer, PauseReason.Access]),
            new(SlaKind.Resolution, 540, AddCalendar.Example.Calendar, [PauseReason.Customer, PauseReason.Access, PauseReason.Parts]),
        ],
        new SlaPenalty(new Money(500_000, "KES"), new Money(100_000, "KES"), new Money(2_000_000, "KES")), ["high"]));

    internal static async Task<SlaPolicyAdded> Handle(AddSlaPolicy command, Session session, CancellationToken ct)
    {
        await CheckCalendars(command.Plan, session, ct);
        var (policy, added) = SlaPolicy.Add(command.Policy, command.Plan);
        return session.Add(policy, added);
    }

    internal static async Task CheckCalendars(SlaPlan plan, Reading reading, CancellationToken ct)
    {
        List<CalendarId> asked = [.. plan.Targets.Select(t => t.Calendar).Distinct()];
        Refusal.If(await reading.Of<BusinessCalendar>().CountAsync(c => asked.Contains(c.Id), ct) < asked.Count, "sla-policy.calendar", "A target names a calendar that is not there.");
    }
}
