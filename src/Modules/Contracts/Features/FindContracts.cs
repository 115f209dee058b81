namespace Callout.Contracts;

public sealed record ContractLine(ContractId Id, long Number, BranchId Branch, AccountId Account, ContractState State, LocalDate Until, ContractTerms Terms);

/// <param name="EndingBy">Those in force whose last day is on or before this one: whom to offer a renewal.</param>
public sealed record FindContracts(BranchId? Branch, AccountId? Account, ContractState? State, LocalDate? EndingBy, Guid? After, int? Limit)
{
    internal static Task<Page<ContractLine>> Handle(FindContracts query, Reading reading, CancellationToken ct)
    {
        var contracts = reading.Of<ServiceContract>();
        if (query.Branch is { } branch) contracts = contracts.Where(c => c.Branch == branch);
        if (query.Account is { } account) contracts = contracts.Where(c => c.Account == account);
        if (query.State is { } state) contracts = contracts.Where(c => c.State == state);
        if (query.EndingBy is { } day) contracts = contracts.Where(c => c.Until <= day && c.State == ContractState.Active);
        return contracts.Page<ServiceContract, ContractId, ContractLine>(
            query.After, query.Limit, c => new ContractLine(c.Id, c.Number, c.Branch, c.Account, c.State, c.Until, c.Terms), ct);
    }
}
