namespace Callout.Contracts;

[Refuses("sla-policy.retired")]
public sealed record RetireSlaPolicy(SlaPolicyId Policy, long? Seen = null)
{
    internal static readonly RetireSlaPolicy Example = new(AddSlaPolicy.Example.Policy);

    internal static async Task<SlaPolicyRetired> Handle(RetireSlaPolicy command, Session session, CancellationToken ct)
    {
        var policy = await session.Load<SlaPolicy, SlaPolicyId>(command.Policy, ct, command.Seen);
        return session.Append(policy, policy.Retire());
    }
}
