namespace Callout.Customers;

internal sealed class Account : Entity<AccountId>, IInBranch
{
    public const int NameLength = 200;

    public AccountKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The branch that answers for the customer.</summary>
    public BranchId Branch { get; private set; }

    /// <summary>Ids of all branches that have a site of theirs, with a space between.</summary>
    public string ServedIn { get; private set; } = "";

    public AccountId? BillTo { get; private set; }

    public int? PaymentDays { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public Address BillingAddress { get; private set; } = Address.None;

    public ContactChannel? Channel { get; private set; }

    public ResourceId? PreferredTechnician { get; private set; }

    public LocalTime? VisitsFrom { get; private set; }

    public LocalTime? VisitsUntil { get; private set; }

    public AccountId? MergedInto { get; private set; }

    /// <summary>The account that everything of this one is shown with: itself, or whichever it has been merged into at the end of the chain.</summary>
    public AccountId Holder { get; private set; }

    public IEnumerable<BranchId> Branches => BranchesIn(ServedIn);

    public static IEnumerable<BranchId> BranchesIn(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(b => BranchId.From(Guid.Parse(b)));

    public static (Account, AccountAdded) Add(AccountId id, AccountDetails details)
    {
        var account = new Account { Id = id, Holder = id };
        account.Take(details);
        return (account, new AccountAdded(id, details.Kind));
    }

    public AccountChanged Change(AccountDetails details)
    {
        Refusal.If(MergedInto is not null, "account.merged", "This account was merged into another; change that one, or undo the merge first.");
        Take(details);
        return new AccountChanged(Id);
    }

    /// <summary>A branch has a site of theirs now; false when it had one before.</summary>
    public bool ServeIn(BranchId branch)
    {
        if (Branches.Contains(branch)) return false;
        ServedIn = $"{ServedIn} {branch}".Trim();
        return true;
    }

    public AccountMerged MergeInto(Account kept)
    {
        Refusal.If(kept.Id == Id, "account.same", "These are one and the same account.");
        Refusal.If(MergedInto is not null || kept.MergedInto is not null, "account.merged", "One of the two was already merged; undo that first, or merge with the account that was kept.");
        Refusal.If(kept.BillTo == Id, "account.bills-to-merged", "The account to keep is billed to the one to merge; change who pays first.");
        MergedInto = kept.Id;
        return new AccountMerged(kept.Id, Id);
    }

    public AccountUnmerged Unmerge()
    {
        Refusal.If(MergedInto is null, "account.not-merged", "This account is not merged into another.");
        var kept = MergedInto!.Value;
        MergedInto = null;
        return new AccountUnmerged(kept, Id);
    }

    public void ShowWith(AccountId holder) => Holder = holder;

    public AccountForgotten Forget()
    {
        (Name, RegistrationNumber, BillingAddress) = ("", null, Address.None);
        return new AccountForgotten(Id);
    }

    private void Take(AccountDetails details)
    {
        Refusal.If(string.IsNullOrWhiteSpace(details.Name), "account.name-empty", "Give the customer a name.");
        Refusal.If(details.Name.Length > NameLength, "account.name-too-long", $"Keep the name under {NameLength} characters.");
        Refusal.If(details.PaymentDays is < 0 or > 365, "account.payment-days", "Payment is due between 0 and 365 days after the invoice.");
        Refusal.If(details.BillTo == Id, "account.bills-itself", "Leave out who pays when they pay for themselves.");
        (Kind, Name, Branch, BillTo, PaymentDays) = (details.Kind, details.Name.Trim(), details.Branch, details.BillTo, details.PaymentDays);
        (RegistrationNumber, BillingAddress) = (Text.Blank(details.RegistrationNumber), Addresses.Checked(details.BillingAddress));
        (Channel, PreferredTechnician, VisitsFrom, VisitsUntil) = (details.Channel, details.PreferredTechnician, details.VisitsFrom, details.VisitsUntil);
        ServeIn(Branch);
    }
}
