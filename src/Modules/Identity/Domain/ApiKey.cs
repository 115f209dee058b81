namespace Callout.Identity;

/// <summary>Lets a program in. The key itself is shown once; only its hash is kept.</summary>
internal sealed class ApiKey : Entity<ApiKeyId>
{
    private const int ShownLetters = 12;

    public string Name { get; private init; } = "";

    /// <summary>The key's first letters, by which people tell keys apart.</summary>
    public string Begins { get; private init; } = "";

    public byte[] Hash { get; private init; } = [];

    public Rights Rights { get; private init; } = new([]);

    public Instant? Until { get; private init; }

    public Instant? RevokedAt { get; private set; }

    public static (ApiKey, ApiKeyCreated) Create(ApiKeyId id, string name, Rights rights, Instant? until, Secret secret)
    {
        Refusal.If(string.IsNullOrWhiteSpace(name) || name.Length > 100, "api-key.name", "Say in at most 100 characters what the key is for.");
        Granting.Check(rights);

        var key = new ApiKey { Id = id, Name = name.Trim(), Begins = secret.Text[..ShownLetters], Hash = secret.Hash, Rights = rights, Until = until };
        return (key, new ApiKeyCreated(id, rights));
    }

    public ApiKeyRevoked Revoke(Instant now)
    {
        Refusal.If(RevokedAt is not null, "api-key.already-revoked", "This key was already revoked.");
        RevokedAt = now;
        return new ApiKeyRevoked(Id);
    }

    public bool OpensAt(Instant now) => RevokedAt is null && (Until is null || now < Until);
}
