namespace Callout.Identity;

/// <summary>Takes a code, so that who finds an open screen cannot do it.</summary>
[Refuses("second-step.none", "second-step.code", "person.needed")]
public sealed record RemoveSecondStep(string Code)
{
    internal static readonly RemoveSecondStep Example = new("287082");

    internal static async Task<SecondStepRemoved> Handle(RemoveSecondStep command, Session session, CancellationToken ct)
    {
        var credential = await Credentials.Mine(session, ct);
        Refusal.If(credential.SecondStep is null, "second-step.none", "You have no second step.");
        Refusal.If(!await SecondStep.Passes(credential, command.Code, session, ct), "second-step.code", "That code is not right, or was used before.");
        credential.RemoveSecondStep();
        await SecondStep.ForgetRecoveryCodes(credential.Person, session, ct);
        return session.Append(new Subject("person", credential.Person.Value), new SecondStepRemoved(credential.Person));
    }
}
