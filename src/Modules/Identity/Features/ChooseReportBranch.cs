namespace Callout.Identity;

/// <summary>Where reports of the public form go that name no branch. Without one, whoever reports chooses among the branches.</summary>
public sealed record ChooseReportBranch(BranchId? Branch)
{
    internal static readonly ChooseReportBranch Example = new(OpenBranch.Example.Branch);

    internal static async Task<ReportBranchChosen> Handle(ChooseReportBranch command, Session session, CancellationToken ct)
    {
        if (command.Branch is { } branch) await session.Get<Branch, BranchId>(branch, ct);
        var organisation = await session.Load<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        return session.Append(organisation, organisation.SendReportsTo(command.Branch));
    }
}
