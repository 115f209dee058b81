namespace Callout.Messaging;

/// <summary>Carries messages of one channel out of the house.</summary>
internal abstract class Carrier
{
    public abstract MessageChannel Channel { get; }

    public abstract bool IsSetUp { get; }

    public abstract Task<Carried> Carry(Outgoing message, CancellationToken ct);
}

/// <param name="Key">The same however often it is tried, so that the receiver can tell a repetition.</param>
internal sealed record Outgoing(Guid Key, string FromName, string To, string? Subject, string Text, string Language, string? Answers = null, Sealing? Push = null);

/// <summary>What became of one try.</summary>
internal abstract record Carried
{
    public static readonly Carried Pretended = new Taken("pretended");

    /// <param name="Reference">What the receiver calls it.</param>
    public sealed record Taken(string? Reference) : Carried;

    /// <summary>It will never go this way.</summary>
    public sealed record Refused(string Reason) : Carried;

    /// <summary>There is nobody any more where it went, and never will be.</summary>
    public sealed record Gone(string Reason) : Carried;

    /// <summary>It may go later.</summary>
    public sealed record Later(string Reason) : Carried;
}
