using System.Text;

namespace Callout.Kernel;

/// <summary>What an audience holds, in two numbers that move with it: a device compares them with what it holds itself.</summary>
internal sealed class FeedDigest
{
    public string Audience { get; init; } = "";

    public int Count { get; private set; }

    /// <summary>Of each document's 32 bits, modulo 2^32.</summary>
    public long Sum { get; private set; }

    public void Move(int count, uint sum) => (Count, Sum) = (Count + count, (uint)Sum + sum);

    /// <summary>FNV-1a of <c>audience document version</c>, its bits mixed once more so that neighbours differ everywhere; the browser's side has its twin.</summary>
    public static uint Of(string audience, string document, long version)
    {
        var hash = 2166136261u;
        foreach (var part in Encoding.UTF8.GetBytes($"{audience} {document} {version}")) hash = (hash ^ part) * 16777619;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
