using System.Security.Cryptography;

namespace Callout.Paper;

/// <summary>Prints one document at a time and keeps the last ones, so that a page that is opened again and again costs nothing.</summary>
public sealed class Press : IDisposable
{
    private const int Kept = 24;

    private readonly SemaphoreSlim one = new(1);
    private readonly LinkedList<(string Says, Printed Paper)> last = [];

    /// <param name="says">What the document says, by its hash: the same is not printed twice.</param>
    public async Task<Printed> Print(string says, Func<byte[]> print, CancellationToken ct)
    {
        await one.WaitAsync(ct);
        try
        {
            if (last.FirstOrDefault(p => p.Says == says) is { Paper: { } paper } found) last.Remove(found);
            else paper = Printed.Of(await Task.Run(print, ct));
            last.AddFirst((says, paper));
            if (last.Count > Kept) last.RemoveLast();
            return paper;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();
}

/// <param name="Hash">SHA-256 of the bytes, in hex.</param>
public sealed record Printed(byte[] Bytes, string Hash)
{
    public static Printed Of(byte[] bytes) => new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
