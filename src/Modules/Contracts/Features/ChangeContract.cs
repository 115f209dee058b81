namespace Callout.Contracts;

/// <summary>Until it is signed; what was quoted is a draft again.</summary>
[Refuses("contract.state", "contract.name", "contract.dates", "contract.quantity", "contract.entitlement-twice", "contract.not-theirs", "contract.unknown")]
public sealed record ChangeContract(ContractId Contract, ContractTerms Terms, long? Seen = null)
{
    internal static readonly ChangeContract Example = new(DraftContract.Example.Contract, DraftContract.Example.Terms with { Travel = true });

    internal static async Task<ContractChanged> Handle(ChangeContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct, command.Seen);
        await DraftContract.CheckTerms(contract.Account, command.Terms, session, ct);
        return session.Append(contract, contract.Change(command.Terms));
    }
}
