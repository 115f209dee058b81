namespace Callout.App.Demo;

/// <summary>Lives through a time that is past: at each moment what people did then, and after it what followed from that and what fell due, as on any other day.</summary>
internal sealed class Timeline(Sender sender, DemoTime time, IStorage storage, Nudge nudge, IReadOnlyList<Worker> workers)
{
    private static readonly Duration Moment = Duration.FromMinutes(5);

    private readonly List<Deed> deeds = [];
    private readonly Worker? numbering = workers.FirstOrDefault(w => w.Name == "numbering");
    private readonly List<Worker> followers = [.. workers.Where(w => w.Name is not ("numbering" or "feed"))];
    private readonly Worker feed = workers.Single(w => w.Name == "feed");

    /// <summary>All of it in one transaction. What one lane holds happens in its order; lanes do not wait for each other.</summary>
    public void Plan(string lane, Principal by, Instant at, params IReadOnlyList<object> commands) => deeds.Add(new(at, lane, by, commands));

    /// <summary>Only what has happened by now is done.</summary>
    public async Task Live(Instant now)
    {
        var past = deeds.Where(d => d.At <= now).OrderBy(d => d.At).ToLookup(d => EndOfMoment(d.At, Moment));
        var hours = Hours(past.Min(m => m.Key), now);
        foreach (var moment in past.Select(m => m.Key).Union(hours).Order())
        {
            time.StandAt(Instant.Min(moment, now));
            await Task.WhenAll(past[moment].GroupBy(d => d.Lane).Select(InTurn));
            await Follow();
        }
    }

    /// <summary>Until nothing follows any more.</summary>
    public async Task Follow()
    {
        for (var before = -1L; before != nudge.Head;)
        {
            await Number();
            before = nudge.Head;
            await Task.WhenAll(followers.Select(Drain));
            await Number();
        }
    }

    /// <summary>Shows everyone what is there by now.</summary>
    public Task Show() => Drain(feed);

    private async Task Number()
    {
        if (numbering is null) return;
        await Drain(numbering);
        // Whatever runs beside it in the cluster holds the last ones back for a while.
        while (!await storage.IsNumbered(CancellationToken.None))
        {
            await Task.Delay(1);
            await Drain(numbering);
        }
    }

    private async Task InTurn(IEnumerable<Deed> lane)
    {
        foreach (var deed in lane) await sender.Send(deed.By, deed.At, deed.Commands);
    }

    private static async Task Drain(Worker worker)
    {
        while (await worker.Step(CancellationToken.None)) ;
    }

    private static IEnumerable<Instant> Hours(Instant from, Instant until)
    {
        for (var hour = EndOfMoment(from, Duration.FromHours(1)); hour < until; hour += Duration.FromHours(1)) yield return hour;
        yield return EndOfMoment(until, Moment);
    }

    private static Instant EndOfMoment(Instant at, Duration moment)
    {
        var (ticks, length) = (at.ToUnixTimeTicks(), (long)moment.TotalTicks);
        return Instant.FromUnixTimeTicks((ticks + length - 1) / length * length);
    }

    private sealed record Deed(Instant At, string Lane, Principal By, IReadOnlyList<object> Commands);
}
