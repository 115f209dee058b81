namespace Callout.Identity;

/// <summary>Which roles sign in with a second step. Who has none yet sets it up at the next sign-in, before anything else.</summary>
[Refuses("second-step.role")]
public sealed record RequireSecondStep(IReadOnlyList<Role> Roles)
{
    internal static readonly RequireSecondStep Example = new([Role.SuperAdmin, Role.Accountant]);

    internal static async Task<SecondStepRequired> Handle(RequireSecondStep command, Session session, CancellationToken ct)
    {
        Refusal.If(command.Roles.Any(r => r is Role.System or Role.Enrolling), "second-step.role", "That role is Callout's own.");
        var organisation = await session.Load<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        return session.Append(organisation, organisation.RequireSecondStep(command.Roles));
    }
}
