namespace Callout.Identity;

/// <param name="Language">In which the branch writes to its customers.</param>
/// <param name="Phone">Which they ring; empty when it has none of its own.</param>
public sealed record BranchSummary(BranchId Id, string Code, string Name, string Language, string Phone);

/// <summary>What other modules ask about branches.</summary>
public static class Branches
{
    private const int AtMost = 200;

    /// <summary>In any case of letters; null when there is none in sight.</summary>
    public static Task<BranchSummary?> ByCode(string code, Reading reading, CancellationToken ct)
    {
        var known = code.ToUpperInvariant();
        return reading.Of<Branch>().Where(b => b.Code == known).Select(b => new BranchSummary(b.Id, b.Code, b.Name, b.Language, b.Phone)).FirstOrDefaultAsync(ct);
    }

    /// <summary>Where a report of the public form may go: the branch that the organisation chose for it, or else every one, by name.</summary>
    public static async Task<IReadOnlyList<BranchSummary>> ForReports(Reading reading, CancellationToken ct)
    {
        var chosen = await reading.Of<Organisation>().Select(o => o.ReportBranch).FirstOrDefaultAsync(ct);
        return await reading.Of<Branch>().Where(b => chosen == null || b.Id == chosen).OrderBy(b => b.Name).Take(AtMost)
            .Select(b => new BranchSummary(b.Id, b.Code, b.Name, b.Language, b.Phone)).ToListAsync(ct);
    }
}
