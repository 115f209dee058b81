using Microsoft.Extensions.Logging;

namespace Callout.Messaging;

/// <summary>Sends what waits. The row that it takes for a while keeps it to once on any number of nodes; what became of it comes back as a command.</summary>
internal sealed class Postman(IEnumerable<Carrier> carriers, MessagingSettings settings, House house, Sessions sessions, Writer writer, Commands commands, KeyRing keys, IClock clock, ILogger<Postman> log)
    : Worker("messages")
{
    private const int Batch = 16;

    /// <summary>Longer than any try lasts; whoever died in between has lost his turn after it.</summary>
    private static readonly Duration Turn = Duration.FromMinutes(2);

    private readonly SemaphoreSlim round = new(1);
    private readonly CommandDefinition settle = house.CommandAt("messages/settle")!;

    /// <summary>One round at a time: whoever asks for another waits for this one's outcome.</summary>
    public override async Task<bool> Step(CancellationToken ct)
    {
        await round.WaitAsync(ct);
        try
        {
            return await Round(ct);
        }
        finally
        {
            round.Release();
        }
    }

    private async Task<bool> Round(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = await sessions.Read(Principal.System, reading => reading.Of<Delivery>().Where(d => d.NextAt <= now).OrderBy(d => d.NextAt).Select(d => d.Message).Take(Batch).ToListAsync(ct));
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (message, ct) => await Send(message, ct));
        return due.Count == Batch;
    }

    private async Task Send(MessageId id, CancellationToken ct)
    {
        if (await writer.Write(Envelope.System(Guid.NewGuid()), (session, ct) => Take(id, session, ct), ct) is not { } taken) return;
        var carried = await Carry(taken, ct);
        if (carried is not Carried.Taken) log.LogInformation("Message {Message} was not taken at try {Attempt}", id, taken.Attempt);
        var outcome = carried switch
        {
            Carried.Taken done => new SettleMessage(id, taken.Attempt, Settling.Taken, done.Reference),
            Carried.Refused no => new SettleMessage(id, taken.Attempt, Settling.Refused, no.Reason),
            Carried.Gone gone => new SettleMessage(id, taken.Attempt, Settling.Gone, gone.Reason),
            Carried.Later wait => new SettleMessage(id, taken.Attempt, Settling.Later, wait.Reason),
            _ => throw new InvalidOperationException("A try has one of four outcomes."),
        };
        await commands.Run(settle, outcome, Envelope.System(Id.Derived(taken.Outgoing.Key, taken.Attempt, "settle")), ct);
    }

    private async Task<Carried> Carry(Turned taken, CancellationToken ct)
    {
        var carrier = carriers.FirstOrDefault(c => c.Channel == taken.Channel);
        return carrier is null ? new Carried.Refused($"Nothing carries {taken.Channel} here.") : await carrier.Carry(taken.Outgoing, ct);
    }

    private async Task<Turned?> Take(MessageId id, Session session, CancellationToken ct)
    {
        var delivery = await session.Locked<Delivery>().FirstOrDefaultAsync(d => d.Message == id, ct);
        if (delivery is null || delivery.NextAt > session.Now) return null;
        var message = await session.Load<Message, MessageId>(id, ct);
        if (await Outdated.Is(message, session, ct))
        {
            await Promises.Withdraw(message, session, ct);
            return null;
        }

        (delivery.NextAt, delivery.Attempts) = (session.Now + Turn, delivery.Attempts + 1);
        var way = message.Way;
        var text = way.Text.Replace("{link}", await Links.Of(message, settings, keys, session, ct), StringComparison.Ordinal);
        var name = (await Identity.Letterhead.Of(message.Branch, session, ct)).Name;
        return new Turned(way.Channel, delivery.Attempts + (Delivery.AttemptsAtMost * message.On), new Outgoing(message.Key, name, way.To, way.Subject, text, message.Language, message.Answers, await CrewAlerts.Sealing(message, session, ct)));
    }

    private sealed record Turned(MessageChannel Channel, int Attempt, Outgoing Outgoing);
}
