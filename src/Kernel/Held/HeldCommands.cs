namespace Callout.Kernel;

/// <param name="Outcome"><c>applied</c>; <c>conflict</c> when it met another's change and is now among the conflicts; <c>refused</c>, and it waits on.</param>
public sealed record CarriedOut(HeldCommandId Command, string Outcome, string? Code = null, string? Detail = null);

/// <summary>What was kept for a person, carried out when they say so: in the name, and with today's rights, of who recorded it.</summary>
public sealed class HeldCommands
{
    private readonly SyncDoor door;
    private readonly Sessions sessions;
    private readonly Writer writer;
    private readonly Installation installation;

    internal HeldCommands(SyncDoor door, Sessions sessions, Writer writer, Installation installation) =>
        (this.door, this.sessions, this.writer, this.installation) = (door, sessions, writer, installation);

    /// <summary>Who recorded it; only for who may see it.</summary>
    public Task<PersonId?> PersonOf(HeldCommandId id, Principal by, CancellationToken ct) =>
        sessions.Read(by, async reading => (await reading.Get<HeldCommand, HeldCommandId>(id, ct)).Person);

    /// <summary>Broken off at any point and asked for again, it comes to the same: the command's own id answers for it.</summary>
    public async Task<CarriedOut> CarryOut(HeldCommandId id, Principal by, Principal person, CancellationToken ct)
    {
        var held = await sessions.Read(by, reading => reading.Get<HeldCommand, HeldCommandId>(id, ct));
        held.MustWait();
        Refusal.If(held.Line == "", "held.erased", "What it said has been erased. It can only be set aside.");
        var line = (SyncLine)Wire.Read(held.Line, typeof(SyncLine)) with { Id = held.CommandId };
        var receipt = await Run(held, line, person, ct);
        await writer.Write(new Envelope(Guid.NewGuid(), by), (session, ct) => Settle(id, line.Id, receipt, session, ct), ct);
        return new CarriedOut(id, receipt.Outcome.ToString().ToLowerInvariant(), receipt.Code, receipt.Code is null ? null : receipt.Answer);
    }

    /// <summary>Keeps what a device hands over before it is emptied. What has its answer, or is here already, is passed over; says how many are new.</summary>
    public async Task<int> Quarantine(SyncRequest handed, IReadOnlyDictionary<Guid, string> titles, Principal person, CancellationToken ct)
    {
        var taken = 0;
        foreach (var line in handed.Commands)
            if (await writer.Write(door.Envelope(handed, line, person) with { N = null }, (session, ct) => Quarantine(door.Envelope(handed, line, person), titles.GetValueOrDefault(line.Id), session, ct), ct)) taken++;
        return taken;
    }

    /// <summary>How many a device has handed over.</summary>
    public Task<int> CountOf(DeviceId device, Reading reading, CancellationToken ct) =>
        reading.Of<HeldCommand>().IgnoreQueryFilters().CountAsync(h => h.Device == device && h.Why == HeldWhy.Quarantined, ct);

    private static async Task<bool> Quarantine(Envelope envelope, string? title, Session session, CancellationToken ct)
    {
        if (await session.Of<Receipt>().AnyAsync(r => r.CommandId == envelope.Id, ct)) return false;
        if (await session.Locked<HeldCommand>().IgnoreQueryFilters().AnyAsync(h => h.Id == HeldCommandId.From(envelope.Id), ct)) return false;
        await HeldCommand.Quarantine(envelope, title, session, ct);
        return true;
    }

    private async Task<Receipt> Run(HeldCommand held, SyncLine line, Principal person, CancellationToken ct)
    {
        try
        {
            return await door.Run(line, Around(held, line, person), ct);
        }
        catch (Exception error) when (error is NotYetSpoken or NoLongerSpoken)
        {
            throw new Refusal("held.not-understood", $"{error.Message} Read what was recorded, do it by hand, and set it aside with a reason.");
        }
    }

    private Envelope Around(HeldCommand held, SyncLine line, Principal person) => door.Envelope(new SyncRequest(installation.Epoch, held.Device ?? default, []), line, person) with
    {
        Device = held.Device, N = null, Line = null, OccurredAt = held.RecordedAt, OccurredQuality = held.RecordedQuality,
    };

    private static async Task<bool> Settle(HeldCommandId id, Guid command, Receipt receipt, Session session, CancellationToken ct)
    {
        var held = await session.Load<HeldCommand, HeldCommandId>(id, ct);
        if (held.State is not HeldState.Waiting || held.CommandId != command) return false;
        if (receipt.Problem is { } problem) session.Append(held, held.RefuseAgain(problem));
        else session.Append(held, held.CarryOut(command, session.Principal.Key, session.Now));
        return true;
    }
}
