namespace Callout.Contracts;

[Refuses("contract.state")]
public sealed record ResumeContract(ContractId Contract)
{
    internal static readonly ResumeContract Example = new(DraftContract.Example.Contract);

    internal static async Task<ContractResumed> Handle(ResumeContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        return session.Append(contract, contract.Resume());
    }
}
