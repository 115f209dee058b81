using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Callout.Identity;

/// <summary>The two ways of knowing who sends a request: a ticket in a cookie, or an API key.</summary>
internal sealed class Entrance(Sessions sessions, Writer writer, Passes passes, IClock clock)
{
    public async ValueTask<Principal?> ByCookie(HttpContext context)
    {
        if (Cookie.Ticket(context) is not { } hash) return null;
        SameOrigin.Check(context);
        return await passes.Of(hash, () => Holder(hash, context.RequestAborted));
    }

    public async ValueTask<Principal?> ByKey(HttpContext context)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var sent) || sent is not { Scheme: "Bearer", Parameter: { Length: > 0 and < 200 } text }) return null;
        var hash = Secret.HashOf(text);
        return await passes.Of(hash, () => KeyHolder(hash, context.RequestAborted));
    }

    private async Task<Principal?> Holder(byte[] hash, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (ticket, principal) = await sessions.Read<(Ticket?, Principal?)>(Principal.System, async reading =>
        {
            var ticket = await reading.Of<Ticket>().FirstOrDefaultAsync(t => t.Hash == hash, ct);
            if (ticket is null || !ticket.OpensAt(now)) return (null, null);
            var person = await reading.Of<Person>().FirstOrDefaultAsync(p => p.Id == ticket.Person && p.State == PersonState.Active, ct);
            if (person is null) return (ticket, null);
            var isStopped = await reading.Of<DeviceReport>().AnyAsync(r => r.Ticket == ticket.Id && reading.Of<Device>().Any(d => d.Id == r.Device && d.State != DeviceState.InUse), ct);
            return (ticket, await Principals.Of(person, reading, ct) with { IsStopped = isStopped });
        });
        if (principal is not null && ticket!.IsNews(now)) await Notice(ticket.Id, ct);
        return principal;
    }

    private Task<Principal?> KeyHolder(byte[] hash, CancellationToken ct) => sessions.Read(Principal.System, async reading =>
        await reading.Of<ApiKey>().FirstOrDefaultAsync(k => k.Hash == hash, ct) is { } key && key.OpensAt(reading.Now) ? await Principals.Of(key, reading, ct) : null);

    private Task Notice(TicketId id, CancellationToken ct) => writer.Write(Envelope.System(Guid.NewGuid()), async (session, ct) =>
    {
        if (await session.Locked<Ticket>().FirstOrDefaultAsync(t => t.Id == id, ct) is { } ticket) ticket.Seen(session.Now);
        return true;
    }, ct);
}
