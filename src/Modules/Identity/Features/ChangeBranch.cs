namespace Callout.Identity;

/// <param name="Phone">Which its customers ring; the installation's when it has none of its own.</param>
[Refuses("branch.name", "branch.language", "branch.phone", "currency.unknown")]
public sealed record ChangeBranch(BranchId Branch, string Name, ZoneId? Zone, DateTimeZone TimeZone, string Currency, string Language, long? Seen = null, string? Phone = null)
{
    internal static readonly ChangeBranch Example = new(OpenBranch.Example.Branch, "Mombasa and the coast", null, DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "sw-KE");

    internal static async Task<BranchChanged> Handle(ChangeBranch command, Session session, CancellationToken ct)
    {
        if (command.Zone is { } zone) await session.Get<Zone, ZoneId>(zone, ct);
        var branch = await session.Load<Branch, BranchId>(command.Branch, ct, command.Seen);
        return session.Append(branch, branch.Change(command.Name, new(command.Zone, command.TimeZone.Id, command.Currency, command.Language), command.Phone));
    }
}
