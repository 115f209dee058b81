namespace Callout.Identity;

/// <summary>It opens nothing from now on, within seconds on every node.</summary>
[Refuses("api-key.already-revoked")]
public sealed record RevokeApiKey(ApiKeyId Key)
{
    internal static readonly RevokeApiKey Example = new(CreateApiKey.Example.Key);

    internal static async Task<ApiKeyRevoked> Handle(RevokeApiKey command, Session session, CancellationToken ct)
    {
        var key = await session.Load<ApiKey, ApiKeyId>(command.Key, ct);
        return session.Append(key, key.Revoke(session.Now));
    }
}
