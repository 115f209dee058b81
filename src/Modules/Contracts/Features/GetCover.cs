using Callout.Customers;

namespace Callout.Contracts;

/// <summary>Who would pay for work on that day.</summary>
public sealed record GetCover(AccountId Account, LocalDate On, SiteId? Site, AssetId? Asset)
{
    internal static Task<CoverDecision> Handle(GetCover query, Reading reading, CancellationToken ct) =>
        Cover.Of(new CoverQuestion(query.Account, query.On, query.Site, query.Asset), reading, ct);
}
