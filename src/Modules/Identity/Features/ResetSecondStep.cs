namespace Callout.Identity;

/// <summary>For who lost the app and the recovery codes. Make sure that it is really them who ask.</summary>
public sealed record ResetSecondStep(PersonId Person)
{
    internal static readonly ResetSecondStep Example = new(InvitePerson.Example.Person);

    internal static async Task<SecondStepRemoved> Handle(ResetSecondStep command, Session session, CancellationToken ct)
    {
        var person = await Reach.Touch(command.Person, session, ct);
        (await Credentials.Of(person.Id, session, ct)).RemoveSecondStep();
        await SecondStep.ForgetRecoveryCodes(person.Id, session, ct);
        return session.Append(person, new SecondStepRemoved(person.Id));
    }
}
