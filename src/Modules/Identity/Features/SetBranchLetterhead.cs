namespace Callout.Identity;

/// <summary>What stands on a branch's own paper, and which tax it charges; what is left out is the organisation's.</summary>
[Refuses("organisation.letterhead", "organisation.tax")]
public sealed record SetBranchLetterhead(BranchId Branch, string? Letterhead = null, Tax? Tax = null, long? Seen = null)
{
    internal static readonly SetBranchLetterhead Example = new(OpenBranch.Example.Branch, "Moi Avenue 12, Mombasa\n041 555 020", new Tax("VAT", 1600, "P051234567X"));

    internal static async Task<BranchChanged> Handle(SetBranchLetterhead command, Session session, CancellationToken ct)
    {
        var branch = await session.Load<Branch, BranchId>(command.Branch, ct, command.Seen);
        return session.Append(branch, branch.Letter(command.Letterhead ?? "", command.Tax));
    }
}
