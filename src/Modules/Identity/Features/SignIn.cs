using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

/// <param name="Code">Of the second step, or a recovery code; asked for with <c>sign-in.code-needed</c>.</param>
public sealed record SignIn(string Email, string Password, string? Code = null);

/// <summary>Neither message, status nor work tell whether there is such an account.</summary>
internal sealed class SignInDoor(Sessions sessions, Writer writer, Passwords passwords, Throttle throttle)
{
    private static readonly Refusal Refused = new(
        "sign-in.refused", "The e-mail address, the password or the code is not right, or it was tried too often. After several attempts, wait a quarter of an hour.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/session/sign-in", (Delegate)((HttpContext context, SignInDoor door) => door.Post(context)))
            .WithTags("identity").WithSummary("sign in").WithMetadata(May.Anyone).Accepts<SignIn>("application/json").Produces<SessionPage>();

    private async Task Post(HttpContext context)
    {
        SameOrigin.Check(context);
        throttle.Check(context);
        var asked = await context.Request.ReadFromJsonAsync<SignIn>(Wire.Json, context.RequestAborted) ?? throw new Unreadable("$", "A JSON object is needed here.");
        Refusal.If(asked.Password.Length > Passwords.LongestLength, Refused.Code, Refused.Message);
        var entered = await Enter(asked, context.RequestAborted);
        Cookie.Give(context, entered.Secret!);
        await context.Response.WriteAsJsonAsync(await sessions.Read(entered.Principal!, r => WhoAmI.Handle(new(), r, context.RequestAborted)), Wire.Json, context.RequestAborted);
    }

    private async Task<Entering> Enter(SignIn asked, CancellationToken ct)
    {
        var attempt = await sessions.Read(Principal.System, reading => Attempt.Of(asked, reading, ct));
        var matches = await passwords.Match(attempt.Hash, asked.Password, ct);
        var who = matches ? new Principal($"person:{attempt.Person}", [], Sight.Everything, attempt.Person) : new Principal("nobody", [], Sight.Everything);
        var entering = await writer.Write(new Envelope(Guid.NewGuid(), who), (session, ct) => attempt.Decide(matches, session, ct), ct);
        Refusal.If(entering.NeedsCode, "sign-in.code-needed", "Give the code of your authenticator app, or a recovery code.");
        return entering.Principal is null ? throw new Refusal(Refused.Code, Refused.Message) : entering;
    }
}
