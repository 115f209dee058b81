using System.Security.Cryptography;

namespace Callout.Identity;

/// <param name="Key">To be typed into an authenticator app.</param>
/// <param name="Uri">The same, to be shown as a picture.</param>
public sealed record SecondStepOffer(PersonId Person, [property: ShownOnce] string? Key = null, [property: ShownOnce] string? Uri = null);

/// <summary>A key for my authenticator app. It counts once a first code has shown that the app has it.</summary>
[Refuses("second-step.already", "person.needed")]
public sealed record OfferSecondStep
{
    internal static readonly OfferSecondStep Example = new();

    internal static async Task<SecondStepOffer> Handle(OfferSecondStep command, Session session, CancellationToken ct)
    {
        var credential = await Credentials.Mine(session, ct);
        Refusal.If(credential.SecondStep is not null, "second-step.already", "Your second step is set up already; remove it first.");
        var me = await session.Get<Person, PersonId>(credential.Person, ct);
        var key = Totp.Write(RandomNumberGenerator.GetBytes(Totp.KeySize));
        credential.Offer(await session.Seal(me.Id, key, ct));
        var organisation = await session.Of<Organisation>().Select(o => o.Name).FirstOrDefaultAsync(ct) ?? "Callout";
        return new SecondStepOffer(me.Id, key, Totp.Uri(key, organisation, me.Email));
    }
}
