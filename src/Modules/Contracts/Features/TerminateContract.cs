namespace Callout.Contracts;

[Refuses("contract.state", "contract.reason")]
public sealed record TerminateContract(ContractId Contract, string Reason)
{
    internal static readonly TerminateContract Example = new(DraftContract.Example.Contract, "The shop has closed.");

    internal static async Task<ContractTerminated> Handle(TerminateContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        return session.Append(contract, contract.Terminate(command.Reason));
    }
}
