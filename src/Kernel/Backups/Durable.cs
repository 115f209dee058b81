namespace Callout.Kernel;

/// <summary>How far the backups reach, as far as this process knows: a device that has its answer keeps a command until it lies below.</summary>
public sealed class Durable
{
    private long reached = -1;

    /// <summary>Every backup that is kept holds the ledger up to this event, so whichever is put back has it. Null while nobody has said so.</summary>
    public long? Pos => Interlocked.Read(ref reached) is var pos and >= 0 ? pos : null;

    public void Reach(long? pos) => Interlocked.Exchange(ref reached, pos ?? -1);
}
