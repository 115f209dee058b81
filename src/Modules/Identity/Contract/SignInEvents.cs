namespace Callout.Identity;

[Event("sign-in.succeeded")]
public sealed record SignedIn(PersonId Person, TicketId Ticket) : IEvent;

/// <summary>Somebody tried and failed. The person is named when there is one with that address.</summary>
/// <param name="Failures">In a row, this one included.</param>
[Event("sign-in.failed")]
public sealed record SignInFailed(PersonId? Person, int Failures) : IEvent;

[Event("sign-in.ended")]
public sealed record SignedOut(PersonId Person, TicketId Ticket) : IEvent;

/// <summary>Every sign-in they had was ended with it.</summary>
[Event("password.set")]
public sealed record PasswordSet(PersonId Person) : IEvent;

[Event("second-step.set-up")]
public sealed record SecondStepSetUp(PersonId Person) : IEvent;

[Event("second-step.removed")]
public sealed record SecondStepRemoved(PersonId Person) : IEvent;

[Event("recovery-code.used")]
public sealed record RecoveryCodeUsed(PersonId Person) : IEvent;

[Event("api-key.created")]
public sealed record ApiKeyCreated(ApiKeyId Key, Rights Rights) : IEvent;

[Event("api-key.revoked")]
public sealed record ApiKeyRevoked(ApiKeyId Key) : IEvent;

/// <summary>Somebody brought what a device of this person recorded and could not send; each action stands in the ledger under that person and its own id.</summary>
/// <param name="Actions">How many were brought.</param>
/// <param name="Applied">How many of them hold now, those that had come before included.</param>
[Event("outbox.imported")]
public sealed record OutboxImported(PersonId Person, DeviceId Device, int Actions, int Applied) : IEvent;
