namespace Callout.Contracts;

/// <summary>It is signed. It ends by itself after its last day.</summary>
[Refuses("contract.state")]
public sealed record ActivateContract(ContractId Contract)
{
    internal static readonly ActivateContract Example = new(DraftContract.Example.Contract);

    internal static async Task<ContractActivated> Handle(ActivateContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        await session.At(contract.Ends, $"contract/{contract.Id}", new ExpireContract(contract.Id), ct);
        return session.Append(contract, contract.Activate());
    }
}
