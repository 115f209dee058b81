using Callout.Customers;

namespace Callout.Contracts;

internal sealed class ServiceContract : Entity<ContractId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public AccountId Account { get; private init; }

    public long Number { get; private init; }

    public ContractTerms Terms { get; private set; } = null!;

    /// <summary>The terms' last day, to be found by.</summary>
    public LocalDate Until { get; private set; }

    public ContractState State { get; private set; }

    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public ContractId? RenewedBy { get; private set; }

    /// <summary>Why it was suspended or terminated.</summary>
    public string? Remark { get; private set; }

    public string Called => $"Contract {Number} ({Terms.Name})";

    /// <summary>True from the signature on, whatever came after.</summary>
    public bool Signed => State is not (ContractState.Draft or ContractState.Quoted);

    /// <summary>One for named assets is meant more closely than one for places, and that more than one for everything.</summary>
    public int Closeness => Terms.Assets is { Count: > 0 } ? 2 : Terms.Sites is { Count: > 0 } ? 1 : 0;

    public static (ServiceContract, ContractDrafted) Draft(ContractId id, long number, BranchId branch, AccountId account, ContractTerms terms)
    {
        Check(terms);
        return (new() { Id = id, Number = number, Branch = branch, Account = account, Terms = terms, Until = terms.Until }, new ContractDrafted(id, account, number));
    }

    public ContractChanged Change(ContractTerms terms)
    {
        MustBe(ContractState.Draft, ContractState.Quoted);
        Check(terms);
        (Terms, Until, State) = (terms, terms.Until, ContractState.Draft);
        return new ContractChanged(Id);
    }

    public ContractQuoted Quote()
    {
        MustBe(ContractState.Draft);
        State = ContractState.Quoted;
        return new ContractQuoted(Id);
    }

    public ContractActivated Activate()
    {
        MustBe(ContractState.Draft, ContractState.Quoted);
        State = ContractState.Active;
        return new ContractActivated(Id, Account, Terms.From, Terms.Until);
    }

    public ContractSuspended Suspend(string reason)
    {
        MustBe(ContractState.Active);
        (State, Remark) = (ContractState.Suspended, Said(reason));
        return new ContractSuspended(Id);
    }

    public ContractResumed Resume()
    {
        MustBe(ContractState.Suspended);
        (State, Remark) = (ContractState.Active, null);
        return new ContractResumed(Id);
    }

    public ContractTerminated Terminate(string reason)
    {
        MustBe(ContractState.Active, ContractState.Suspended);
        (State, Remark) = (ContractState.Terminated, Said(reason));
        return new ContractTerminated(Id, Account);
    }

    public ContractExpired? Expire(Instant now)
    {
        if (State is not (ContractState.Active or ContractState.Suspended) || now < Ends) return null;
        State = ContractState.Expired;
        return new ContractExpired(Id, Account);
    }

    public ContractRenewed RenewWith(ContractId renewal)
    {
        MustBe(ContractState.Active);
        (State, RenewedBy) = (ContractState.Renewed, renewal);
        return new ContractRenewed(Id, renewal);
    }

    /// <summary>Null when the same cause has been counted already.</summary>
    public EntitlementUsed? Count(Use use)
    {
        Refusal.If(!Signed, "contract.state", $"{Called} is not in force yet.");
        Refusal.If(use.Thousandths <= 0, "contract.quantity", "What is used is more than nothing.");
        if (Uses.Any(u => u.Cause == use.Cause && u.Kind == use.Kind)) return null;
        Uses = [.. Uses, use];
        return new EntitlementUsed(Id, use.Kind, use.Thousandths, use.Cause);
    }

    public Instant Ends => Terms.Zone.AtStartOfDay(Terms.Until.PlusDays(1)).ToInstant();

    public bool IsFor(SiteId? site, AssetId? asset) =>
        Closeness == 0 || (asset is { } a && Terms.Assets?.Contains(a) is true) || (site is { } s && Terms.Sites?.Contains(s) is true);

    /// <summary>Null when it pays on that day; otherwise why it does not.</summary>
    public string? Stands(LocalDate on) => State switch
    {
        ContractState.Suspended => $"{Called} is suspended.",
        ContractState.Terminated => $"{Called} has been terminated.",
        _ when on < Terms.From || on > Terms.Until => $"{Called} does not hold on that day.",
        _ => (Terms.Entitlements ?? []).Where(e => Left(e) <= 0).Select(e => $"{Called}: all {e.Quantity} of the {e.Kind.ToString().ToLowerInvariant()} it includes are used.").FirstOrDefault(),
    };

    /// <summary>In thousandths.</summary>
    public long Left(Entitlement entitlement) => (entitlement.Quantity * 1000L) - Uses.Where(u => u.Kind == entitlement.Kind).Sum(u => u.Thousandths);

    private void MustBe(params ContractState[] states) =>
        Refusal.If(!states.Contains(State), "contract.state", $"{Called} is {State.ToString().ToLowerInvariant()}; it must be {string.Join(" or ", states).ToLowerInvariant()}.");

    private static string Said(string reason)
    {
        Refusal.If(reason.Trim().Length is 0 or > 500, "contract.reason", "Say why, in at most 500 characters.");
        return reason.Trim();
    }

    private static void Check(ContractTerms terms)
    {
        Refusal.If(terms.Name.Trim().Length is 0 or > 80, "contract.name", "Name the contract in at most 80 characters.");
        Refusal.If(terms.Until < terms.From, "contract.dates", "The last day comes before the first.");
        Refusal.If((terms.Entitlements ?? []).Any(e => e.Quantity < 1), "contract.quantity", "An entitlement is at least one.");
        Refusal.If((terms.Entitlements ?? []).GroupBy(e => e.Kind).Any(g => g.Count() > 1), "contract.entitlement-twice", "Each kind of entitlement is agreed once.");
    }
}

/// <param name="Cause">The visit or order that used it: it is counted once.</param>
internal sealed record Use(EntitlementKind Kind, long Thousandths, Guid Cause, Instant At);
