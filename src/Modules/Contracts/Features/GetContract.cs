namespace Callout.Contracts;

public sealed record ContractPage(
    ContractId Id, long Number, BranchId Branch, AccountId Account, ContractState State, ContractTerms Terms, ContractId? RenewedBy, string? Remark,
    IReadOnlyList<EntitlementLine> Entitlements, long Version);

/// <param name="LeftThousandths">Below nothing when more was used than is included.</param>
public sealed record EntitlementLine(EntitlementKind Kind, int Quantity, long LeftThousandths);

public sealed record GetContract(ContractId Id)
{
    internal static async Task<ContractPage> Handle(GetContract query, Reading reading, CancellationToken ct)
    {
        var c = await reading.Get<ServiceContract, ContractId>(query.Id, ct);
        var entitlements = (c.Terms.Entitlements ?? []).Select(e => new EntitlementLine(e.Kind, e.Quantity, c.Left(e)));
        return new(c.Id, c.Number, c.Branch, c.Account, c.State, c.Terms, c.RenewedBy, c.Remark, [.. entitlements], c.Version);
    }
}
