namespace Callout.Identity;

/// <summary>What is left out is taken over from the branch named in <paramref name="Like"/>, or else from the organisation.</summary>
[Refuses("branch.code", "branch.code-taken", "branch.name", "branch.language", "branch.phone", "currency.unknown")]
public sealed record OpenBranch(
    BranchId Branch, string Code, string Name, BranchId? Like = null, ZoneId? Zone = null, DateTimeZone? TimeZone = null, string? Currency = null, string? Language = null, string? Phone = null)
{
    internal static readonly OpenBranch Example = new(new(new("0199f3a0-0000-7000-8000-00000000b002")), "MSA", "Mombasa", Language: "sw-KE", Phone: "+254 41 555 020");

    internal static async Task<BranchOpened> Handle(OpenBranch command, Session session, CancellationToken ct)
    {
        if (command.Zone is { } zone) await session.Get<Zone, ZoneId>(zone, ct);
        var usual = await Usual(command.Like, session, ct);
        var settings = new BranchSettings(command.Zone ?? usual.Zone, command.TimeZone?.Id ?? usual.TimeZone, command.Currency ?? usual.Currency, command.Language ?? usual.Language);
        var (branch, opened) = Identity.Branch.Open(command.Branch, command.Code, command.Name, settings, command.Phone);
        return session.Add(branch, opened);
    }

    private static async Task<BranchSettings> Usual(BranchId? like, Session session, CancellationToken ct)
    {
        if (like is { } branch) return (await session.Get<Branch, BranchId>(branch, ct)).Settings;
        var organisation = await session.Get<Organisation, OrganisationId>(OrganisationId.Ours, ct);
        return new(null, organisation.TimeZone, organisation.Currency, "en");
    }
}
