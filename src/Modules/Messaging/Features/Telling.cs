using System.Globalization;
using Callout.Identity;
using NodaTime.Text;

namespace Callout.Messaging;

/// <summary>A visit with all that is needed to speak of it: to whom, in whose name, on whose clock.</summary>
internal sealed record Telling(VisitSummary Visit, Recipient To, Letterhead By, DateTimeZone Zone)
{
    /// <summary>Null when there is nobody who could be reached.</summary>
    public static async Task<Telling?> Of(VisitId id, Session session, CancellationToken ct)
    {
        var visit = await Visits.Of(id, session, ct);
        var by = await Letterhead.Of(visit.Branch, session, ct);
        var zone = visit.Site is { } site && (await Sites.Of([site], session, ct)).TryGetValue(site, out var place) ? place.Zone : by.Zone;
        var to = await Whom(visit, by, session, ct);
        return to.Ways(_ => true).Any() ? new Telling(visit, to, by, zone) : null;
    }

    /// <summary>The contact of the order; or else who is named there, with what they said of themselves when they asked.</summary>
    public static async Task<Recipient> Whom(VisitSummary visit, Letterhead by, Reading reading, CancellationToken ct)
    {
        if (await Known(visit.Account, visit.Contact, by, reading, ct) is { } known) return known;
        var asked = await Requests.Behind(visit.WorkOrder, reading, ct);
        var language = asked is null ? null : await reading.Of<RequestTracking>().Where(t => t.Request == asked.Id).Select(t => t.Language).FirstOrDefaultAsync(ct);
        return new(
            visit.Account, null, visit.ContactName ?? asked?.CallerName ?? "", asked?.CallerEmail, visit.ContactPhone ?? asked?.CallerPhone, null, Phrases.Nearest(language ?? by.Language), null, null, []);
    }

    public static async Task<Recipient?> Known(AccountId? account, ContactId? contact, Letterhead by, Reading reading, CancellationToken ct) =>
        contact is { } id && await Contacts.Of(id, reading, ct) is { } known
            ? new(account, known.Id, known.Name, known.Email, known.Phones.FirstOrDefault(), known.Channel, Phrases.Nearest(known.Language ?? by.Language), known.QuietFrom, known.QuietUntil, known.Declined)
            : null;

    /// <param name="key">What the message follows from: the same again is not said again.</param>
    public async Task<Message?> Queue(Occasion occasion, Interval when, Guid key, Instant at, Session session, CancellationToken ct)
    {
        if (await session.Of<Message>().AnyAsync(m => m.Key == key, ct)) return null;
        var (message, queued) = Message.Queue(session.New<MessageId>(), key, Visit.Branch, new(Visit.WorkOrder, Visit.Id), To, occasion, await Ways(occasion, when, session, ct));
        session.Add(message, queued);
        session.Keep(new Delivery { Message = message.Id, NextAt = at });
        return message;
    }

    public async Task<IReadOnlyList<Way>> Ways(Occasion occasion, Interval when, Session session, CancellationToken ct) =>
        await Templates.Ways(occasion, To, await Facts(when, session, ct), session, ct);

    private async Task<Dictionary<string, string>> Facts(Interval when, Session session, CancellationToken ct)
    {
        var culture = CultureInfo.GetCultureInfo(To.Language);
        var (from, until) = (when.Start.InZone(Zone), when.End.InZone(Zone));
        var names = Visit.Lead is { } lead ? await Workforce.Technicians.Names([lead], session, ct) : [];
        return new()
        {
            ["{name}"] = To.Name, ["{organisation}"] = By.Name, ["{number}"] = $"{Visit.Number}", ["{summary}"] = Visit.Summary, ["{phone}"] = By.Phone ?? session.Service<MessagingSettings>().Phone ?? "",
            ["{day}"] = LocalDatePattern.Create("dddd d MMMM", culture).Format(from.Date), ["{from}"] = Clock(from), ["{until}"] = Clock(until),
            ["{technician}"] = FirstName(names.Values.FirstOrDefault(), To.Language),
        };
    }

    private static string Clock(ZonedDateTime at) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.TimeOfDay);

    /// <summary>Customers are told a first name, never more.</summary>
    public static string FirstName(string? name, string language) =>
        name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()
        ?? language switch { "sw" => "fundi wetu", "fr" => "notre technicien", "de" => "unser Techniker", _ => "our technician" };
}
