using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

public sealed record SetPassword(string Token, string Password);

public sealed record LookAtLink(string Token);

/// <param name="Email">With which they sign in.</param>
public sealed record LinkHolder(string Name, string Email);

/// <summary>Sets a password with a one-time link, and says before whose link it is.</summary>
internal sealed class PasswordDoor(Sessions sessions, Writer writer, Passwords passwords, Throttle throttle)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/password/set", (Delegate)((HttpContext context, PasswordDoor door) => door.Set(context)))
            .WithTags("identity").WithSummary("set password by link").WithMetadata(May.Anyone).Accepts<SetPassword>("application/json").Produces(204);
        routes.MapPost("/api/password/look", (Delegate)((HttpContext context, PasswordDoor door) => door.Look(context)))
            .WithTags("identity").WithSummary("whose link this is").WithMetadata(May.Anyone).Accepts<LookAtLink>("application/json").Produces<LinkHolder>();
    }

    private async Task Look(HttpContext context)
    {
        var holder = await Holder((await Read<LookAtLink>(context)).Token, context.RequestAborted);
        await context.Response.WriteAsJsonAsync(new LinkHolder(holder.Name, holder.Email), Wire.Json, context.RequestAborted);
    }

    private async Task Set(HttpContext context)
    {
        var (asked, ct) = (await Read<SetPassword>(context), context.RequestAborted);
        var holder = await Holder(asked.Token, ct);
        Passwords.Check(asked.Password, holder.Name, holder.Email);
        var hash = await passwords.Hash(asked.Password, ct);
        await writer.Write(new Envelope(Guid.NewGuid(), new Principal($"person:{holder.Id}", [], Sight.Everything, holder.Id)), (session, ct) => Set(asked.Token, hash, session, ct), ct);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task<PasswordSet> Set(string token, string hash, Session session, CancellationToken ct)
    {
        var holder = await session.Load<Person, PersonId>((await Links.Holder(token, session, ct)).Id, ct);
        holder.PasswordIsSet();
        (await Credentials.Of(holder.Id, session, ct)).PasswordHash = hash;
        session.Drop(await session.Locked<OneTimeLink>().Where(l => l.Person == holder.Id).ToListAsync(ct));
        await Reach.End(holder.Id, session, ct);
        var address = Secret.HashOf(holder.EmailKey!);
        session.Drop(await session.Locked<SignInGuard>().Where(g => g.Address == address).ToListAsync(ct));
        return session.Append(holder, new PasswordSet(holder.Id));
    }

    private async Task<T> Read<T>(HttpContext context)
    {
        SameOrigin.Check(context);
        throttle.Check(context);
        return await context.Request.ReadFromJsonAsync<T>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
    }

    private Task<Person> Holder(string token, CancellationToken ct) => sessions.Read(Principal.System, reading => Links.Holder(token, reading, ct));
}
