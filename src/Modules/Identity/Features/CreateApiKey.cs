namespace Callout.Identity;

/// <param name="Secret">Sent as <c>Authorization: Bearer …</c>. Shown only now.</param>
public sealed record NewApiKey(ApiKeyId Key, [property: ShownOnce] string? Secret = null);

/// <param name="Until">Null: until it is revoked.</param>
[Refuses("api-key.name", "rights.no-role", "rights.no-scope", "rights.account")]
public sealed record CreateApiKey(ApiKeyId Key, string Name, Rights Rights, Instant? Until = null)
{
    internal const string Prefix = "callout_";

    internal static readonly CreateApiKey Example = new(new(new("0199f3a0-0000-7000-8000-00000000f201")), "Web shop", new Rights([Role.Support], Branches: [OpenBranch.Example.Branch]));

    internal static Task<NewApiKey> Handle(CreateApiKey command, Session session, CancellationToken ct)
    {
        var secret = Identity.Secret.New(Prefix);
        var (key, created) = ApiKey.Create(command.Key, command.Name, command.Rights, command.Until, secret);
        session.Add(key, created);
        return Task.FromResult(new NewApiKey(key.Id, secret.Text));
    }
}
