namespace Callout.Contracts;

internal sealed record ContractShape(long Number, BranchId Branch, AccountId Account, ContractState State, ContractTerms Terms);

internal sealed record OwnContractShape(long Number, ContractState State, string Name, LocalDate From, LocalDate Until);

internal static class ContractDocument
{
    public static IEnumerable<Audience> Audiences(ServiceContract contract) =>
        [Audience.Branch(contract.Branch), Audience.HeadOffice, Audience.Customer(contract.Account)];

    public static Shapes Shapes(ServiceContract c) => new()
    {
        Office = new ContractShape(c.Number, c.Branch, c.Account, c.State, c.Terms),
        Customer = c.Signed ? new OwnContractShape(c.Number, c.State, c.Terms.Name, c.Terms.From, c.Terms.Until) : null,
    };
}
