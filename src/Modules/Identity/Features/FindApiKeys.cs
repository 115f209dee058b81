namespace Callout.Identity;

/// <param name="Begins">The key's first letters.</param>
public sealed record ApiKeyLine(ApiKeyId Id, string Name, string Begins, Rights Rights, Instant CreatedAt, Instant? Until, Instant? RevokedAt);

public sealed record FindApiKeys(Guid? After, int? Limit)
{
    internal static Task<Page<ApiKeyLine>> Handle(FindApiKeys query, Reading reading, CancellationToken ct) =>
        reading.Of<ApiKey>().Page<ApiKey, ApiKeyId, ApiKeyLine>(query.After, query.Limit, k => new(k.Id, k.Name, k.Begins, k.Rights, k.CreatedAt, k.Until, k.RevokedAt), ct);
}
