using System.Collections.Concurrent;

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

    public void Define(Module module)
    {
        module.Command<Ring, BellRung>("bells/ring", Rung, May.SignedIn);
        module.Command<RingInOffice, BellRung>("bells/ring-in-office", (command, session, ct) => Rung(new Ring(command.Bell, 1), session, ct), May.Office);
        module.React<BellRung>(EchoOnRing(this).Handle);
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

public sealed record RingInOffice(Guid Bell);
