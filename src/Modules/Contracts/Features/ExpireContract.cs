namespace Callout.Contracts;

public sealed record Expiry(bool Expired);

/// <summary>Sent by the clock after the last day; one that was renewed or terminated meanwhile stays what it is.</summary>
public sealed record ExpireContract(ContractId Contract)
{
    internal static readonly ExpireContract Example = new(DraftContract.Example.Contract);

    internal static async Task<Expiry> Handle(ExpireContract command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        if (contract.Expire(session.Now) is not { } expired) return new Expiry(false);
        session.Append(contract, expired);
        return new Expiry(true);
    }
}
