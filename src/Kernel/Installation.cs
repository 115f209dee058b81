using System.Security.Cryptography;
using NodaTime.Text;

namespace Callout.Kernel;

/// <summary>What this installation knows of itself.</summary>
public sealed class Installation(Dbs dbs, Writer writer)
{
    private string? epoch;

    /// <summary>Renewed by each restore, so that clients notice that the past was taken back.</summary>
    public string Epoch => epoch ?? throw new InvalidOperationException("The installation has not been opened yet.");

    /// <summary>From which moment an invented company was filled in; null for everyone else.</summary>
    public Instant? Demo { get; private set; }

    /// <summary>It was broken off before its end.</summary>
    public bool DemoIsUnfinished { get; private set; }

    public async Task Open(CancellationToken ct)
    {
        epoch = await Keep("epoch", NewEpoch, ct);
        if (await Find("demo", ct) is { } begun) (Demo, DemoIsUnfinished) = (Parsed(begun), await Find("demo-is-filled", ct) is null);
    }

    /// <summary>Gives back the moment from which it was begun before, if it was.</summary>
    public async Task<Instant> BeginDemo(Instant now, CancellationToken ct)
    {
        (Demo, DemoIsUnfinished) = (Parsed(await Keep("demo", () => InstantPattern.ExtendedIso.Format(now), ct)), true);
        return Demo.Value;
    }

    public async Task EndDemo(CancellationToken ct)
    {
        await Keep("demo-is-filled", () => "yes", ct);
        DemoIsUnfinished = false;
    }

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

    private static Instant Parsed(string instant) => InstantPattern.ExtendedIso.Parse(instant).Value;

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
