namespace Callout.Contracts;

/// <summary>The same terms in a new contract, from the day after the last; this one holds to its end.</summary>
[Refuses("contract.state", "contract.dates")]
public sealed record RenewContract(ContractId Contract, ContractId Renewal, LocalDate Until)
{
    internal static readonly RenewContract Example = new(DraftContract.Example.Contract, new(new("0199f3a0-0000-7000-8000-00000000f402")), new(2027, 12, 31));

    internal static async Task<ContractRenewed> Handle(RenewContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        var renewed = session.Append(contract, contract.RenewWith(command.Renewal));
        var terms = contract.Terms with { From = contract.Terms.Until.PlusDays(1), Until = command.Until };
        var (renewal, drafted) = ServiceContract.Draft(command.Renewal, await session.Next("contracts", ct), contract.Branch, contract.Account, terms);
        session.Add(renewal, drafted);
        session.Append(renewal, renewal.Activate());
        await session.At(renewal.Ends, $"contract/{renewal.Id}", new ExpireContract(renewal.Id), ct);
        return renewed;
    }
}
