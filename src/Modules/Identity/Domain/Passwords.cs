using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Callout.Identity;

/// <summary>Hashes and checks passwords; costly by intent, so never inside the writer, and never more at once than there are cores.</summary>
internal sealed class Passwords
{
    public const int ShortestLength = 12, LongestLength = 128;

    private const int Iterations = 210_000;

    private static readonly Credential Nobody = new();

    private readonly PasswordHasher<Credential> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);
    private readonly Lazy<string> nobodys;

    public Passwords() => nobodys = new(() => hasher.HashPassword(Nobody, Secret.New().Text));

    public Task<string> Hash(string password, CancellationToken ct) => Slowly(() => hasher.HashPassword(Nobody, password), ct);

    /// <summary>Takes as long when there is no hash to compare with.</summary>
    public Task<bool> Match(string? hash, string password, CancellationToken ct) =>
        Slowly(() => hasher.VerifyHashedPassword(Nobody, hash ?? nobodys.Value, password) != PasswordVerificationResult.Failed && hash is not null, ct);

    /// <summary>Length, and how soon it would be guessed by who knows the usual passwords and this person's name.</summary>
    public static void Check(string password, params string[] known)
    {
        Refusal.If(password.Length is < ShortestLength or > LongestLength, "password.length", $"Take a password of {ShortestLength} to {LongestLength} characters.");
        var words = known.SelectMany(k => k.Split(' ', '@', '.')).Where(w => w.Length > 2);
        Refusal.If(Guessing.IsEasy(password, words), "password.guessable", "This password is easily guessed. A few words that do not belong together are better.");
    }

    private async Task<T> Slowly<T>(Func<T> work, CancellationToken ct)
    {
        await cores.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            cores.Release();
        }
    }
}
