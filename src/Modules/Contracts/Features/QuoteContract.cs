namespace Callout.Contracts;

[Refuses("contract.state")]
public sealed record QuoteContract(ContractId Contract)
{
    internal static readonly QuoteContract Example = new(DraftContract.Example.Contract);

    internal static async Task<ContractQuoted> Handle(QuoteContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        return session.Append(contract, contract.Quote());
    }
}
