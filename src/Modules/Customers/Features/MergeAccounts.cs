namespace Callout.Customers;

/// <summary>Two accounts are one customer. Nothing is copied or moved: the merged one is shown with the kept one until the merge is undone.</summary>
[Refuses("account.same", "account.merged", "account.bills-to-merged")]
public sealed record MergeAccounts(AccountId Kept, AccountId Merged)
{
    internal static readonly MergeAccounts Example = new(AddAccount.Example.Account, new(new("0199f3a0-0000-7000-8000-000000010002")));

    internal static async Task<AccountMerged> Handle(MergeAccounts command, Session session, CancellationToken ct)
    {
        var pair = await session.LoadAll<Account>(a => a.Id == command.Kept || a.Id == command.Merged, ct);
        var (kept, merged) = (pair.Find(a => a.Id == command.Kept) ?? throw new Missing(), pair.Find(a => a.Id == command.Merged) ?? throw new Missing());
        var done = merged.MergeInto(kept);
        foreach (var account in await session.LoadAll<Account>(a => a.Holder == merged.Id, ct)) account.ShowWith(kept.Id);
        return session.Append(merged, done);
    }
}
