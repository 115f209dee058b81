namespace Callout.Identity;

/// <param name="Codes">Each lets in once without the app. Shown only now.</param>
public sealed record RecoveryCodes(PersonId Person, [property: ShownOnce] IReadOnlyList<string>? Codes = null);

[Refuses("second-step.not-offered", "second-step.code", "person.needed")]
public sealed record SetUpSecondStep(string Code)
{
    internal static readonly SetUpSecondStep Example = new("287082");

    internal static async Task<RecoveryCodes> Handle(SetUpSecondStep command, Session session, CancellationToken ct)
    {
        var credential = await Credentials.Mine(session, ct);
        Refusal.If(credential.SecondStepOffered is null, "second-step.not-offered", "Ask for a key first.");
        var step = Totp.Match(await SecondStep.Key(credential.SecondStepOffered!.Value, session, ct), command.Code.Replace(" ", ""), session.Now, lastUsed: 0);
        credential.SetUp(step ?? throw new Refusal("second-step.code", "That code is not right. Look whether your phone's clock is."));
        await SecondStep.ForgetRecoveryCodes(credential.Person, session, ct);
        session.Append(new Subject("person", credential.Person.Value), new SecondStepSetUp(credential.Person));
        return new RecoveryCodes(credential.Person, SecondStep.NewRecoveryCodes(credential.Person, session));
    }
}
