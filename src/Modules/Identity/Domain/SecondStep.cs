namespace Callout.Identity;

/// <summary>Checks a code of the second step: from the app, or one of the recovery codes. Each works once.</summary>
internal static class SecondStep
{
    public static async Task<bool> Passes(Credential credential, string code, Session session, CancellationToken ct) =>
        await IsFromApp(credential, code.Replace(" ", ""), session, ct) || await IsRecovery(credential.Person, code, session, ct);

    public static async Task<byte[]> Key(Sealed key, Reading reading, CancellationToken ct) => Totp.Read(await reading.Open(key, ct) ?? throw new Missing());

    /// <summary>Ten codes of 79 bits, in four groups of letters that are not mistaken for each other.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes(PersonId person, Session session)
    {
        const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
        List<string> codes = [.. Enumerable.Range(0, 10).Select(_ => string.Join('-', System.Security.Cryptography.RandomNumberGenerator.GetItems<char>(Letters, 16).Chunk(4).Select(c => new string(c))))];
        foreach (var code in codes) session.Keep(new RecoveryCode { Person = person, Hash = Secret.HashOf(Plain(code)) });
        return codes;
    }

    public static async Task ForgetRecoveryCodes(PersonId person, Session session, CancellationToken ct) =>
        session.Drop(await session.Locked<RecoveryCode>().Where(c => c.Person == person).ToListAsync(ct));

    private static async Task<bool> IsFromApp(Credential credential, string code, Session session, CancellationToken ct)
    {
        if (Totp.Match(await Key(credential.SecondStep!.Value, session, ct), code, session.Now, credential.LastCode) is not { } step) return false;
        credential.Used(step);
        return true;
    }

    private static async Task<bool> IsRecovery(PersonId person, string code, Session session, CancellationToken ct)
    {
        var hash = Secret.HashOf(Plain(code));
        if (await session.Locked<RecoveryCode>().FirstOrDefaultAsync(c => c.Person == person && c.Hash == hash, ct) is not { } found) return false;
        session.Drop(found);
        session.Append(new Subject("person", person.Value), new RecoveryCodeUsed(person));
        return true;
    }

    private static string Plain(string code) => new([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
