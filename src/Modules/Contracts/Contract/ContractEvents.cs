namespace Callout.Contracts;

[Event("contract.drafted")]
public sealed record ContractDrafted(ContractId Contract, AccountId Account, long Number) : IEvent;

[Event("contract.changed")]
public sealed record ContractChanged(ContractId Contract) : IEvent;

/// <summary>The customer has it before them.</summary>
[Event("contract.quoted")]
public sealed record ContractQuoted(ContractId Contract) : IEvent;

/// <summary>It holds, on the days from the first to the last.</summary>
[Event("contract.activated")]
public sealed record ContractActivated(ContractId Contract, AccountId Account, LocalDate From, LocalDate Until) : IEvent;

/// <summary>It covers nothing until it is resumed.</summary>
[Event("contract.suspended")]
public sealed record ContractSuspended(ContractId Contract) : IEvent;

[Event("contract.resumed")]
public sealed record ContractResumed(ContractId Contract) : IEvent;

[Event("contract.terminated")]
public sealed record ContractTerminated(ContractId Contract, AccountId Account) : IEvent;

/// <summary>Its last day has passed and nothing follows it.</summary>
[Event("contract.expired")]
public sealed record ContractExpired(ContractId Contract, AccountId Account) : IEvent;

/// <summary>Another contract follows on its last day.</summary>
[Event("contract.renewed")]
public sealed record ContractRenewed(ContractId Contract, ContractId Renewal) : IEvent;

/// <param name="Thousandths">Of a visit or an hour.</param>
[Event("contract.entitlement-used")]
public sealed record EntitlementUsed(ContractId Contract, EntitlementKind Kind, long Thousandths, Guid Cause) : IEvent;

public enum ContractState
{
    Draft,
    Quoted,
    Active,
    Suspended,
    Expired,
    Terminated,
    Renewed,
}
