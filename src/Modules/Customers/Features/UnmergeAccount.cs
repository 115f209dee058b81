namespace Callout.Customers;

/// <summary>They were two customers after all: each has its own again, with whatever was changed meanwhile.</summary>
[Refuses("account.not-merged")]
public sealed record UnmergeAccount(AccountId Merged)
{
    internal static readonly UnmergeAccount Example = new(MergeAccounts.Example.Merged);

    internal static async Task<AccountUnmerged> Handle(UnmergeAccount command, Session session, CancellationToken ct)
    {
        var account = await session.Load<Account, AccountId>(command.Merged, ct);
        var undone = account.Unmerge();
        var shownTogether = await session.LoadAll<Account>(a => a.Holder == account.Holder, ct);
        foreach (var member in Below(account, shownTogether).ToList()) member.ShowWith(account.Id);
        return session.Append(account, undone);
    }

    // What had been merged into this account before goes with it.
    private static IEnumerable<Account> Below(Account account, IReadOnlyList<Account> all) =>
        all.Where(a => a.MergedInto == account.Id).SelectMany(a => Below(a, all)).Prepend(account);
}
