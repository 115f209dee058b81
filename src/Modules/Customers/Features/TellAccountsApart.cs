namespace Callout.Customers;

/// <summary>Two accounts that look alike are two customers. Saying it twice changes nothing.</summary>
[Refuses("account.same")]
public sealed record TellAccountsApart(AccountId First, AccountId Second)
{
    internal static readonly TellAccountsApart Example = new(MergeAccounts.Example.Kept, MergeAccounts.Example.Merged);

    internal static async Task<AccountsToldApart> Handle(TellAccountsApart command, Session session, CancellationToken ct)
    {
        await session.Get<Account, AccountId>(command.First, ct);
        await session.Get<Account, AccountId>(command.Second, ct);
        var pair = ToldApart.Of(command.First, command.Second);
        var told = new AccountsToldApart(pair.First, pair.Second);
        return await session.Of<ToldApart>().AnyAsync(t => t.Id == pair.Id, ct) ? told : session.Add(pair, told);
    }
}
