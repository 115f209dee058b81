using Callout.Customers;

namespace Callout.Contracts;

[Refuses("contract.name", "contract.dates", "contract.quantity", "contract.entitlement-twice", "contract.not-theirs", "contract.unknown")]
public sealed record DraftContract(ContractId Contract, BranchId Branch, AccountId Account, ContractTerms Terms)
{
    internal static readonly DraftContract Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000f401")), new(new("0199f3a0-0000-7000-8000-00000000b001")), new(new("0199f3a0-0000-7000-8000-000000010001")),
        new("Cold chain care", new(2026, 1, 1), new(2026, 12, 31), DateTimeZoneProviders.Tzdb["Africa/Nairobi"], Entitlements: [new(EntitlementKind.Visits, 12)]));

    internal static async Task<ContractDrafted> Handle(DraftContract command, Session session, CancellationToken ct)
    {
        await CheckTerms(command.Account, command.Terms, session, ct);
        var (contract, drafted) = ServiceContract.Draft(command.Contract, await session.Next("contracts", ct), command.Branch, command.Account, command.Terms);
        return session.Add(contract, drafted);
    }

    internal static async Task CheckTerms(AccountId account, ContractTerms terms, Reading reading, CancellationToken ct)
    {
        var family = await Accounts.Family(account, reading, ct);
        List<SiteId> sites = [.. (terms.Sites ?? []).Distinct()];
        List<AssetId> assets = [.. (terms.Assets ?? []).Distinct()];
        var owners = (await Sites.Of(sites, reading, ct)).Values.Select(s => s.Account).Concat((await Assets.Of(assets, reading, ct)).Values.Select(a => a.Account)).ToList();
        Refusal.If(owners.Count < sites.Count + assets.Count || owners.Any(o => !family.Contains(o)), "contract.not-theirs", "A contract covers places and assets of its own customer.");
        if (terms.PriceList is { } prices) Refusal.If(!await reading.Of<PriceList>().AnyAsync(l => l.Id == prices, ct), "contract.unknown", "There is no such price list.");
        if (terms.Sla is { } sla) Refusal.If(!await reading.Of<SlaPolicy>().AnyAsync(p => p.Id == sla && !p.Retired, ct), "contract.unknown", "There is no such service level policy.");
    }
}
