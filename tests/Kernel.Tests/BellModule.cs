using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel.Tests;

[Event("bell.rung")]
public sealed record BellRung(Guid Bell, int Times, Sealed? Note) : IEvent;

[Event("bell.echoed")]
public sealed record BellEchoed(Guid Bell, int Times) : IEvent;

/// <summary>A module without tables, to see the kernel at work: bells that are rung, and an echo that can be made to fail.</summary>
public sealed class BellModule : IModule
{
    /// <summary>Bells whose echo fails.</summary>
    public ConcurrentDictionary<Guid, bool> Deaf { get; } = [];

    /// <summary>Commands that make the server itself fail.</summary>
    public ConcurrentDictionary<Guid, bool> Poison { get; } = [];

    /// <summary>Runs before a ring is appended; a test may hold it up.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Every echo answered by another ring, for ever.</summary>
    public bool Endless { get; set; }

    /// <summary>The house as a newer program finds it: a bell is struck so many times, no longer by a count, and <c>bells/hit</c> is gone.</summary>
    public bool Upgraded { get; set; }

    /// <summary>What the house's server speaks.</summary>
    public Protocol Speaks { get; init; } = Protocol.Ours;

    public void Define(Module module)
    {
        module.Services.AddSingleton(Speaks);
        if (Upgraded) StrikeToday(module);
        else StrikeBefore(module);
        module.Command<Ring, BellRung>("bells/ring", Rung, May.SignedIn);
        module.Command<RingInOffice, BellRung>("bells/ring-in-office", (command, session, ct) => Rung(new Ring(command.Bell, 1), session, ct), May.Office);
        module.Command<Peal, BellRung>("bells/peal", Pealed, May.SignedIn);
        module.React<BellRung>(EchoOnRing(this).Handle);
    }

    private void StrikeBefore(Module module)
    {
        module.Command<StruckByCount, BellRung>("bells/strike", async (command, session, ct) =>
        {
            if (command.At is { } at) await session.At(at, $"strike/{command.Bell}", command with { At = null }, ct);
            return await Rung(new Ring(command.Bell, command.Count), session, ct);
        }, May.SignedIn);
        module.Command<Hit, BellRung>("bells/hit", (command, session, ct) => Rung(new Ring(command.Which, 1), session, ct), May.SignedIn);
    }

    private void StrikeToday(Module module)
    {
        module.Command<Strike, BellRung>("bells/strike", (command, session, ct) => Rung(new Ring(command.Bell, command.Times), session, ct), May.SignedIn);
        module.Upcast("bells/strike", 1, Strike.OfVersion1);
        module.Upcast("bells/hit", 1, Strike.OfHit, into: "bells/strike", intoVersion: 1);
        module.Command<Chime, BellRung>("bells/chime", (command, session, ct) => Rung(new Ring(command.Bell, 1), session, ct), May.SignedIn);
        module.Upcast("bells/chime", 2, said => said);
    }

    private async Task<BellRung> Rung(Ring command, Session session, CancellationToken ct)
    {
        await Before();
        Refusal.If(command.Times < 1, "bell.silent", "A bell is rung at least once.");
        if (Poison.ContainsKey(command.Bell)) throw new InvalidOperationException("This bell brings the house down.");
        Sealed? note = command is { Note: { } text, Person: { } person } ? await session.Seal(person, text, ct) : null;
        if (command.At is { } at) await session.At(at, $"ring/{command.Bell}", new Ring(command.Bell, command.Times + 1), ct);
        return session.Append(new Subject("bell", command.Bell), new BellRung(command.Bell, command.Times, note));
    }

    // A bell has no row: the receipt of the command that rang it first stands for it.
    private async Task<BellRung> Pealed(Peal command, Session session, CancellationToken ct)
    {
        foreach (var bell in command.Bells)
        {
            await session.Locked<Receipt>().FirstAsync(r => r.CommandId == bell, ct);
            await Before();
        }

        return session.Append(new Subject("bell", command.Bells[0]), new BellRung(command.Bells[0], 1, null));
    }

    private static Echo EchoOnRing(BellModule module) => new(module);

    private sealed class Echo(BellModule module)
    {
        public async Task Handle(BellRung rung, Session session, CancellationToken ct)
        {
            if (module.Deaf.ContainsKey(rung.Bell)) throw new InvalidOperationException("Nobody hears this bell.");
            session.Append(new Subject("bell", rung.Bell), new BellEchoed(rung.Bell, rung.Times));
            if (module.Endless) await session.Run<BellRung>(new Ring(rung.Bell, rung.Times + 1), ct);
        }
    }
}

[Refuses("bell.silent")]
public sealed record Ring(Guid Bell, int Times, PersonId? Person = null, string? Note = null, Instant? At = null);

public sealed record StruckByCount(Guid Bell, int Count, Instant? At = null);

public sealed record Hit(Guid Which);

public sealed record Strike(Guid Bell, int Times, Instant? At = null, bool Softly = false)
{
    internal static JsonObject OfVersion1(JsonObject said)
    {
        said["times"] = said["count"]!.DeepClone();
        said.Remove("count");
        return said;
    }

    internal static JsonObject OfHit(JsonObject said) => new() { ["bell"] = said["which"]!.DeepClone(), ["count"] = 1 };
}

public sealed record Chime(Guid Bell);

public sealed record RingInOffice(Guid Bell);

/// <summary>Holds each while it reaches for the next.</summary>
public sealed record Peal(IReadOnlyList<Guid> Bells);
