using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

public sealed record CarryOut(HeldCommandId Command);

/// <summary>POST /api/held-commands/carry-out: what was recorded on a device and kept for a person is carried out after all, in the name of who recorded it.</summary>
internal sealed class HeldDoor(Sessions sessions, HeldCommands held)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/held-commands/carry-out", (Delegate)((HttpContext context, HeldDoor door) => door.Post(context)))
            .WithTags("sync").WithSummary("carry out what was kept for a person").WithMetadata(May.Dispatcher)
            .Accepts<CarryOut>("application/json").Produces<CarriedOut>().Produces<ProblemDocument>(422, "application/problem+json");

    private async Task<CarriedOut> Post(HttpContext context)
    {
        var by = May.Dispatcher.Check(context.Principal);
        var ct = context.RequestAborted;
        var asked = await context.Request.ReadFromJsonAsync<CarryOut>(Wire.Json, ct) ?? throw new Unreadable("$", "A JSON object is needed here.");
        var id = await held.PersonOf(asked.Command, by, ct) ?? throw new Refusal("held.nobody", "Nobody is known any more who recorded it. It can only be set aside.");
        return await held.CarryOut(asked.Command, by, await sessions.Read(by, reading => Owner(id, by, reading, ct)), ct);
    }

    private static async Task<Principal> Owner(PersonId id, Principal by, Reading reading, CancellationToken ct)
    {
        var person = await reading.Get<Person, PersonId>(id, ct);
        Granting.Check(by, person.Rights);
        Refusal.If(person.State != PersonState.Active, "held.person-disabled", $"{person.Name} may not sign in. Enable them first, or set it aside with a reason.");
        return await Principals.Of(person, reading, ct);
    }
}
