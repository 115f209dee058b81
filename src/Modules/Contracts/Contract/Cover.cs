using Callout.Customers;

namespace Callout.Contracts;

/// <param name="On">The day of the work, on the site's calendar.</param>
public sealed record CoverQuestion(AccountId Account, LocalDate On, SiteId? Site = null, AssetId? Asset = null);

/// <summary>Whether somebody else than the customer pays, and why, in words.</summary>
public sealed record CoverPart(bool Covered, string Reason);

/// <summary>Who pays for labour, parts and travel, and by which agreement.</summary>
public sealed record CoverDecision(CoverPart Labour, CoverPart Parts, CoverPart Travel, ContractId? Contract, PriceListId? PriceList, SlaPolicyId? Sla)
{
    /// <summary>Something of it is for the customer to pay.</summary>
    public bool Billable => !(Labour.Covered && Parts.Covered && Travel.Covered);
}

/// <summary>Decides whether work is billable: the asset's warranty pays before the contract, the contract before the customer.</summary>
public static class Cover
{
    public static async Task<CoverDecision> Of(CoverQuestion question, Reading reading, CancellationToken ct)
    {
        var asset = question.Asset is { } id ? await Assets.Of(id, reading, ct) : null;
        var warranty = WarrantyCover.On(question.On, asset?.Warranty);
        var contract = await Holding(question with { Site = question.Site ?? asset?.Site }, reading, ct);
        CoverPart Part(Func<WarrantyCover, bool> warranted, Func<ContractTerms, bool> agreed, string what) =>
            warranty is not null && warranted(warranty) ? new(true, warranty.Reason) : Agreed(contract, agreed, what, question.On, warranty?.Shortfall(what));
        return new(
            Part(w => w.Labour, t => t.Labour, "labour"), Part(w => w.Parts, t => t.Parts, "parts"), Part(w => w.Travel, t => t.Travel, "travel"),
            contract?.Id, contract?.Terms.PriceList, contract?.Terms.Sla);
    }

    private static CoverPart Agreed(ServiceContract? contract, Func<ContractTerms, bool> agreed, string what, LocalDate on, string? before)
    {
        var (covered, reason) = contract switch
        {
            null => (false, "There is no contract for it on that day."),
            _ when contract.Stands(on) is { } obstacle => (false, obstacle),
            _ when !agreed(contract.Terms) => (false, $"{contract.Called} does not include {what}."),
            _ => (true, $"{contract.Called} includes {what}{(contract.Terms.Exclusions is { } not ? $", except: {not}" : "")}."),
        };
        return new(covered, covered || before is null ? reason : $"{before} {reason}");
    }

    // The one that holds comes first, then the one that is meant most closely.
    private static async Task<ServiceContract?> Holding(CoverQuestion question, Reading reading, CancellationToken ct)
    {
        List<AccountId> family = [.. await Accounts.Family(question.Account, reading, ct)];
        var contracts = await reading.Of<ServiceContract>().Where(c => family.Contains(c.Account)).ToListAsync(ct);
        return contracts.Where(c => c.IsFor(question.Site, question.Asset) && c.Signed && c.Terms.From <= question.On && question.On <= c.Terms.Until)
            .OrderBy(c => c.Stands(question.On) is not null).ThenByDescending(c => c.Closeness).ThenBy(c => c.Number).FirstOrDefault();
    }
}
