namespace Callout.Identity;

/// <summary>What a person proves themselves with. A row and no entity: none of it is for the ledger.</summary>
internal sealed class Credential
{
    public PersonId Person { get; init; }

    public string? PasswordHash { get; set; }

    /// <summary>The second step's key, sealed with the person's own.</summary>
    public Sealed? SecondStep { get; private set; }

    /// <summary>The same, until a first code has shown that the app has it.</summary>
    public Sealed? SecondStepOffered { get; private set; }

    /// <summary>Each code works once.</summary>
    public long LastCode { get; private set; }

    public void Offer(Sealed key) => SecondStepOffered = key;

    public void SetUp(long step) => (SecondStep, SecondStepOffered, LastCode) = (SecondStepOffered, null, step);

    public void RemoveSecondStep() => (SecondStep, SecondStepOffered) = (null, null);

    public void Used(long step) => LastCode = step;
}

/// <summary>Lets a person in who lost the app, once.</summary>
internal sealed class RecoveryCode
{
    public PersonId Person { get; init; }

    public byte[] Hash { get; init; } = [];
}

/// <summary>Sets a password, once.</summary>
internal sealed class OneTimeLink
{
    public byte[] Hash { get; init; } = [];

    public PersonId Person { get; init; }

    public Instant Until { get; init; }
}
