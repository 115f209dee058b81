namespace Callout.Kernel;

public enum Outcome
{
    Applied,

    /// <summary>Kept and shown, for a person to settle.</summary>
    Conflict,
    Refused,

    /// <summary>Made the server fail too often; a person looks at it.</summary>
    Parked,
}

/// <summary>The answer a command got, written in the transaction of its effect. The same id gets the same answer, through every door.</summary>
public sealed class Receipt
{
    public Guid CommandId { get; private init; }

    public string Principal { get; private init; } = "";

    public Guid? Device { get; private init; }

    public long? N { get; private init; }

    public byte[] RequestHash { get; private init; } = [];

    public Outcome Outcome { get; private init; }

    public int Status { get; private init; }

    public string? Code { get; private init; }

    /// <summary>JSON of what was answered, or the sentence of a refusal.</summary>
    public string? Answer { get; private set; }

    public Instant At { get; private init; }

    /// <summary>The answer with what is shown once; never stored.</summary>
    public string? Shown { get; private init; }

    public static Receipt Applied(Envelope envelope, byte[] hash, object answer, Instant at) => new()
    {
        CommandId = envelope.Id, Principal = envelope.Principal.Key, Device = envelope.Device?.Value, N = envelope.N,
        RequestHash = hash, Outcome = Outcome.Applied, Status = 200, Answer = Wire.WriteKept(answer), Shown = Wire.Write(answer), At = at,
    };

    internal static Receipt Conflicting(Envelope envelope, byte[] hash, Contested answer, Instant at) => new()
    {
        CommandId = envelope.Id, Principal = envelope.Principal.Key, Device = envelope.Device?.Value, N = envelope.N,
        RequestHash = hash, Outcome = Outcome.Conflict, Status = 200, Answer = Wire.Write(answer), Shown = Wire.Write(answer), At = at,
    };

    public static Receipt Refused(Envelope envelope, byte[] hash, Problem problem, Instant at, Outcome outcome = Outcome.Refused) => new()
    {
        CommandId = envelope.Id, Principal = envelope.Principal.Key, Device = envelope.Device?.Value, N = envelope.N,
        RequestHash = hash, Outcome = outcome, Status = problem.Status, Code = problem.Code, Answer = problem.Detail, At = at,
    };

    public Problem? Problem => Code is null ? null : new Problem(Status, Code, Answer ?? "");

    /// <summary>Answers only who asked the same thing before; anyone else learns that the id is taken, and nothing more.</summary>
    internal Receipt For(Envelope envelope, byte[] hash) =>
        Principal == envelope.Principal.Key && RequestHash.AsSpan().SequenceEqual(hash)
            ? this
            : Refused(envelope, hash, new Problem(422, "command.id-reused", "This command id was already used for something else. Send the command again with an id of its own."), At);

    /// <summary>The device's line has moved past this number already.</summary>
    internal bool HasTurnOf(Envelope envelope) => envelope.Device is null || Device == envelope.Device.Value.Value && N == envelope.N;

    internal void Forget() => Answer = Code is null ? null : "(erased)";
}
