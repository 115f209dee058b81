namespace Callout.Contracts;

[Refuses("contract.state", "contract.reason")]
public sealed record SuspendContract(ContractId Contract, string Reason)
{
    internal static readonly SuspendContract Example = new(DraftContract.Example.Contract, "Two invoices are overdue.");

    internal static async Task<ContractSuspended> Handle(SuspendContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        return session.Append(contract, contract.Suspend(command.Reason));
    }
}
