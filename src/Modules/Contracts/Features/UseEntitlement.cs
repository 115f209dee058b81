namespace Callout.Contracts;

public sealed record EntitlementLeft(long? Thousandths);

/// <summary>Counts a visit or hours against a contract, once for each cause.</summary>
/// <param name="Cause">The visit or order that used it.</param>
[Refuses("contract.state", "contract.quantity")]
public sealed record UseEntitlement(ContractId Contract, EntitlementKind Kind, long Thousandths, Guid Cause)
{
    internal static readonly UseEntitlement Example = new(DraftContract.Example.Contract, EntitlementKind.Visits, 1000, new("0199f3a0-0000-7000-8000-00000000d001"));

    internal static async Task<EntitlementLeft> Handle(UseEntitlement command, Session session, CancellationToken ct)
    {
        var contract = await session.Load<ServiceContract, ContractId>(command.Contract, ct);
        if (contract.Count(new Use(command.Kind, command.Thousandths, command.Cause, session.OccurredAt)) is { } used) session.Append(contract, used);
        return new EntitlementLeft(contract.Terms.Entitlements?.Where(e => e.Kind == command.Kind).Select(e => (long?)contract.Left(e)).FirstOrDefault());
    }
}
