using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Callout.Identity;
using NodaTime.Text;

namespace Callout.Messaging;

/// <summary>Rings on the devices of those who go: a job is theirs, is planned otherwise, or is theirs no longer. Who was never told of a job need not hear that it changed.</summary>
internal static class CrewAlerts
{
    /// <summary>A dispatcher who moves a job moves it again, and sends it out again: so long a change waits for the last word.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    private const int TextLength = 500;

    /// <param name="still">What those hear who have the job: all of them that it is sent, or those who had it that it changed. Null when there is nothing to hear.</param>
    /// <param name="apart">Whoever caused it and knows.</param>
    public static async Task Follow(VisitId id, Occasion? still, LedgerEntry cause, Session session, CancellationToken ct, ResourceId? apart = null)
    {
        var visit = await Visits.Of(id, session, ct);
        // Reactions have a cursor each, so this cause may be older than what is waiting: a job that is sent out is still to be told of, and says more than that it changed.
        var sentOut = visit.State == VisitState.Dispatched;
        await TakeBack(visit, keep: sentOut && still != Occasion.JobSent ? Occasion.JobSent : null, session, ct);
        if (sentOut && still == Occasion.JobChanged) still = null;
        var (heard, crew) = (await Heard(visit, since: apart is null ? visit.At(VisitState.Scheduled) : null, session, ct), visit.Everyone);
        List<ResourceId> holders = [.. heard.Where(h => h.Value is Occasion.JobSent or Occasion.JobChanged).Select(h => h.Key)];
        if (visit.State == VisitState.Cancelled)
        {
            var began = visit.Steps.Count > 0 ? crew.Where(t => heard.GetValueOrDefault(t) != Occasion.JobCancelled) : [];
            await Tell(visit, [.. holders.Union(began)], Occasion.JobCancelled, cause, session, ct);
            return;
        }

        await Tell(visit, [.. holders.Except(crew).Where(t => t != apart)], Occasion.JobTakenAway, cause, session, ct);
        if (still is { } occasion) await Tell(visit, occasion == Occasion.JobSent ? [.. crew] : [.. holders.Intersect(crew)], occasion, cause, session, ct);
    }

    /// <summary>What goes to a device; null for everything else, and for a device that was signed off.</summary>
    public static async Task<Sealing?> Sealing(Message message, Reading reading, CancellationToken ct)
    {
        if (message is not { Device: { } device, Visit: { } visit } || await reading.Of<PushSubscription>().FirstOrDefaultAsync(s => s.Id == device, ct) is not { } to) return null;
        return new Sealing(to, JsonSerializer.SerializeToUtf8Bytes(PushWords.Payload(message, visit, to.Language), Wire.Json), Base64Url.EncodeToString(visit.Value.ToByteArray()));
    }

    /// <summary>What each technician heard last of this job, since somebody declined it.</summary>
    private static async Task<Dictionary<ResourceId, Occasion>> Heard(VisitSummary visit, Instant? since, Session session, CancellationToken ct)
    {
        var said = await session.Of<Message>().Where(m => m.Visit == visit.Id && m.Technician != null && m.State != MessageState.Withdrawn && m.State != MessageState.Queued)
            .Select(m => new { m.Technician, m.Occasion, m.CreatedAt }).ToListAsync(ct);
        return said.Where(m => since is null || m.CreatedAt > since).GroupBy(m => m.Technician!.Value).ToDictionary(g => g.Key, g => g.MaxBy(m => m.CreatedAt)!.Occasion);
    }

    private static async Task TakeBack(VisitSummary visit, Occasion? keep, Session session, CancellationToken ct)
    {
        foreach (var waiting in await session.LoadAll<Message>(m => m.Visit == visit.Id && m.Technician != null && m.State == MessageState.Queued && m.Occasion != keep, ct)) await Promises.Withdraw(waiting, session, ct);
    }

    private static async Task Tell(VisitSummary visit, IReadOnlyList<ResourceId> whom, Occasion occasion, LedgerEntry cause, Session session, CancellationToken ct)
    {
        foreach (var device in await session.Of<PushSubscription>().Where(s => whom.Contains(s.Technician)).ToListAsync(ct))
        {
            var key = Id.Derived(cause.CommandId, cause.Ordinal, $"push/{device.Id}");
            if (await session.Of<Message>().AnyAsync(m => m.Key == key, ct)) continue;
            var (title, text) = await Words(visit, occasion, device.Language, session, ct);
            var to = new Recipient(null, null, "", null, null, null, device.Language, null, null, []);
            var (message, queued) = Message.Queue(session.New<MessageId>(), key, visit.Branch, new(visit.WorkOrder, visit.Id), to, occasion, [new Way(MessageChannel.Push, "", title, text)]);
            session.Add(message.OnDevice(device), queued);
            session.Keep(new Delivery { Message = message.Id, NextAt = occasion == Occasion.JobChanged ? session.Now + Pause : session.Now });
        }
    }

    private static async Task<(string Title, string Text)> Words(VisitSummary visit, Occasion occasion, string language, Session session, CancellationToken ct)
    {
        var site = visit.Site is { } id ? (await Sites.Of([id], session, ct)).GetValueOrDefault(id) : null;
        var zone = site?.Zone ?? (await Letterhead.Of(visit.Branch, session, ct)).Zone;
        var start = visit.Start?.InZone(zone).LocalDateTime;
        var day = start is { } at ? LocalDatePattern.Create("ddd d MMM", CultureInfo.GetCultureInfo(language)).Format(at.Date) : "";
        var time = start is { } from ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(from.TimeOfDay) : "";
        var text = string.Join("\n", new[] { visit.Summary, site?.Name, site?.Address }.Where(t => !string.IsNullOrEmpty(t)));
        return (PushWords.Title(occasion, language, day, time, visit.Number), text.Length > TextLength ? $"{text[..TextLength]}…" : text);
    }
}
