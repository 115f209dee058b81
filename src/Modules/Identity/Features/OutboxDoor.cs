using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

/// <summary>
/// POST /api/outbox: somebody in the office brings what a phone recorded and cannot send itself. Each action is carried out in the name, with the rights and
/// under the id of who recorded it, so that the phone may still come with it; who brought it is in the ledger.
/// </summary>
internal sealed class OutboxDoor(Sessions sessions, Writer writer, BroughtOutbox outbox)
{
    private const int LinesAtMost = 100;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/outbox", (Delegate)((HttpContext context, OutboxDoor door) => door.Post(context)))
            .WithTags("sync").WithSummary("bring what a phone recorded and cannot send").WithMetadata(May.Manager)
            .Accepts<OutboxBrought>("application/json").Produces<OutboxTaken>().Produces<ProblemDocument>(422, "application/problem+json");

    private async Task<OutboxTaken> Post(HttpContext context)
    {
        var by = May.Manager.Check(context.Principal);
        var ct = context.RequestAborted;
        var brought = await context.Request.ReadFromJsonAsync<OutboxBrought>(Wire.Json, ct) ?? throw new Unreadable("$", "A JSON object is needed here.");
        if (brought.Commands.Count > LinesAtMost) throw new Unreadable("commands", $"Send at most {LinesAtMost} commands at once.");
        var (name, principal) = await sessions.Read(by, reading => Owner(brought.Person, by, reading, ct));
        var outcomes = brought.OnlyLook ? await Look(brought, ct) : await Take(brought, principal, ct);
        if (!brought.OnlyLook) await Tell(brought, by, outcomes, ct);
        return new OutboxTaken(name, outcomes);
    }

    /// <summary>Nobody brings actions of somebody whose rights they could not give.</summary>
    private static async Task<(string Name, Principal Principal)> Owner(PersonId id, Principal by, Reading reading, CancellationToken ct)
    {
        var person = await reading.Get<Person, PersonId>(id, ct);
        Granting.Check(by, person.Rights);
        Refusal.If(person.State != PersonState.Active, "outbox.person-disabled", $"{person.Name} may not sign in. Enable them first; then what they recorded can be carried out.");
        return (person.Name, await Principals.Of(person, reading, ct));
    }

    private async Task<IReadOnlyList<SyncOutcome>> Look(OutboxBrought brought, CancellationToken ct)
    {
        var known = await outbox.Known(brought.Commands.Select(c => c.Id), ct);
        return [.. brought.Commands.Select(c => new SyncOutcome(c.Id, c.N, known.TryGetValue(c.Id, out var outcome) ? outcome.ToString().ToLowerInvariant() : "new"))];
    }

    private async Task<IReadOnlyList<SyncOutcome>> Take(OutboxBrought brought, Principal principal, CancellationToken ct)
    {
        List<SyncOutcome> outcomes = [];
        foreach (var line in brought.Commands.OrderBy(c => c.N)) outcomes.Add(await outbox.Take(brought.Device, line, principal, ct));
        return outcomes;
    }

    private Task Tell(OutboxBrought brought, Principal by, IReadOnlyList<SyncOutcome> outcomes, CancellationToken ct) =>
        writer.Write(new Envelope(Guid.NewGuid(), by), (session, _) =>
        {
            session.Append(new Subject("person", brought.Person.Value), new OutboxImported(brought.Person, brought.Device, outcomes.Count, outcomes.Count(o => o.Outcome == "applied")));
            return Task.FromResult(true);
        }, ct);
}

/// <param name="Person">Who recorded it.</param>
/// <param name="Device">On which device.</param>
/// <param name="Commands">As the device would have sent them, at most 100.</param>
/// <param name="OnlyLook">Says what has its answer already, and changes nothing.</param>
public sealed record OutboxBrought(PersonId Person, DeviceId Device, IReadOnlyList<SyncLine> Commands, bool OnlyLook = false);

/// <param name="Name">Whose outbox it is.</param>
/// <param name="Outcomes">Line by line; <c>new</c> when it was only looked at and has no answer yet.</param>
public sealed record OutboxTaken(string Name, IReadOnlyList<SyncOutcome> Outcomes);
