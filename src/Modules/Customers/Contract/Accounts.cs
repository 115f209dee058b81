namespace Callout.Customers;

/// <summary>What other modules ask about customers.</summary>
public static class Accounts
{
    /// <summary>Names for a list; an account that is not in sight has none.</summary>
    public static Task<Dictionary<AccountId, string>> Names(IReadOnlyCollection<AccountId> ids, Reading reading, CancellationToken ct) =>
        reading.Of<Account>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);

    /// <summary>The account that everything of this one is shown with: itself, unless it was merged.</summary>
    public static async Task<AccountId> Holder(AccountId id, Reading reading, CancellationToken ct) =>
        await reading.Of<Account>().Where(a => a.Id == id).Select(a => (AccountId?)a.Holder).FirstOrDefaultAsync(ct) ?? throw new Missing();

    /// <summary>All accounts that are this customer: the one that was kept and those merged into it. A customer's history is that of all of them.</summary>
    public static async Task<IReadOnlyList<AccountId>> Family(AccountId id, Reading reading, CancellationToken ct)
    {
        var holder = await Holder(id, reading, ct);
        return await reading.Of<Account>().Where(a => a.Holder == holder).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>True when the branch keeps this account or serves a site of it.</summary>
    public static async Task<bool> IsServedBy(AccountId id, BranchId branch, Reading reading, CancellationToken ct) =>
        await reading.Of<Account>().FirstOrDefaultAsync(a => a.Id == id, ct) is { } account && (account.Branch == branch || account.Branches.Contains(branch));

    /// <summary>The account of a customer who is a person and no company; null when they are none.</summary>
    public static Task<AccountId?> OfPerson(PersonId person, Reading reading, CancellationToken ct)
    {
        var id = AccountId.From(person.Value);
        return reading.Of<Account>().Where(a => a.Id == id && a.Kind == AccountKind.Person).Select(a => (AccountId?)a.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Who pays for what is done for this account: itself, or whom it is billed to.</summary>
    public static async Task<Payer> Payer(AccountId id, Reading reading, CancellationToken ct)
    {
        var account = await reading.Get<Account, AccountId>(id, ct);
        if (account.BillTo is { } other) account = await reading.Of<Account>().FirstOrDefaultAsync(a => a.Id == other, ct) ?? account;
        return new(account.Id, account.Name, Addresses.OneLine(account.BillingAddress), account.RegistrationNumber, account.PaymentDays ?? 0);
    }

    internal static async Task CheckBillTo(AccountId? billTo, Reading reading, CancellationToken ct) =>
        Refusal.If(billTo is { } id && !await reading.Of<Account>().AnyAsync(a => a.Id == id && a.MergedInto == null, ct), "account.bill-to", "There is no such account to bill to.");
}
