namespace Callout.Contracts;

[Refuses("sla-policy.retired", "sla-policy.name", "sla-policy.no-target", "sla-policy.target-twice", "sla-policy.minutes", "sla-policy.penalty", "sla-policy.penalty-currency", "sla-policy.calendar")]
public sealed record ChangeSlaPolicy(SlaPolicyId Policy, SlaPlan Plan, long? Seen = null)
{
    internal static readonly ChangeSlaPolicy Example = new(AddSlaPolicy.Example.Policy, AddSlaPolicy.Example.Plan with { Name = "Gold, 2027" });

    internal static async Task<SlaPolicyChanged> Handle(ChangeSlaPolicy command, Session session, CancellationToken ct)
    {
        var policy = await session.Load<SlaPolicy, SlaPolicyId>(command.Policy, ct, command.Seen);
        await AddSlaPolicy.CheckCalendars(command.Plan, session, ct);
        return session.Append(policy, policy.Change(command.Plan));
    }
}
