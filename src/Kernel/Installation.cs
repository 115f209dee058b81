using System.Security.Cryptography;

namespace Callout.Kernel;

/// <summary>What this installation knows of itself.</summary>
public sealed class Installation(Dbs dbs, Writer writer)
{
    private string? epoch;

    /// <summary>Renewed by each restore, so that clients notice that the past was taken back.</summary>
    public string Epoch => epoch ?? throw new InvalidOperationException("The installation has not been opened yet.");

    public async Task Open(CancellationToken ct) => epoch = await Keep("epoch", NewEpoch, ct);

    /// <summary>After a restore: what was handed out before is of the past.</summary>
    public async Task Renew(CancellationToken ct) => epoch = await writer.Write(Envelope.System(Guid.NewGuid()), async (session, ct) =>
    {
        var setting = await session.Locked<Setting>().FirstAsync(s => s.Name == "epoch", ct);
        return setting.Value = NewEpoch();
    }, ct);

    /// <summary>The value under that name; the first who asks decides what it is.</summary>
    public async Task<string> Keep(string name, Func<string> first, CancellationToken ct)
    {
        if (await Find(name, ct) is { } known) return known;
        await writer.Write(Envelope.System(Id.Derived(Guid.Empty, 0, name)), async (session, ct) =>
        {
            if (!await session.Of<Setting>().AnyAsync(s => s.Name == name, ct)) session.Keep(new Setting { Name = name, Value = first() });
            return true;
        }, ct);
        return (await Find(name, ct))!;
    }

    private static string NewEpoch() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    private async Task<string?> Find(string name, CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        return await db.Set<Setting>().Where(s => s.Name == name).Select(s => s.Value).FirstOrDefaultAsync(ct);
    }
}

internal sealed class Setting
{
    public string Name { get; init; } = "";

    public string Value { get; set; } = "";
}
