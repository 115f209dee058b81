using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

/// <summary>Ends this sign-in; without one, there is nothing to end.</summary>
internal sealed class SignOutDoor(Writer writer, Passes passes)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/session/sign-out", (Delegate)((HttpContext context, SignOutDoor door) => door.Post(context)))
            .WithTags("identity").WithSummary("sign out").WithMetadata(May.Anyone).Produces(204);

    private async Task Post(HttpContext context)
    {
        if (Cookie.Ticket(context) is { } hash && context.Principal is { Person: { } person } who)
        {
            await writer.Write(new Envelope(Guid.NewGuid(), who), (session, ct) => End(person, hash, session, ct), context.RequestAborted);
            passes.Forget(hash);
            Cookie.Take(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<bool> End(PersonId person, byte[] hash, Session session, CancellationToken ct)
    {
        if (await session.Locked<Ticket>().FirstOrDefaultAsync(t => t.Hash == hash, ct) is not { } ticket) return false;
        session.Drop(ticket);
        session.Append(new Subject("person", person.Value), new SignedOut(person, ticket.Id));
        return true;
    }
}
