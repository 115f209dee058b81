namespace Callout.Kernel;

/// <summary>Says that there is something after a position, and nothing more.</summary>
public sealed class Nudge
{
    private TaskCompletionSource pulse = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long head;

    /// <summary>The last position this process has heard of.</summary>
    public long Head => Volatile.Read(ref head);

    /// <summary>Completes at the next movement. Take it before looking, so that nothing is slept through.</summary>
    public Task Next => Volatile.Read(ref pulse).Task;

    /// <summary>The feed has something new for these audiences; raised for what other nodes did, too.</summary>
    public event Action<long, IReadOnlyCollection<string>>? FeedChanged;

    /// <summary>The feed was moved by this very process.</summary>
    public event Action<long, IReadOnlyCollection<string>>? FeedMovedHere;

    public void LedgerMoved(long pos)
    {
        for (var known = Head; pos > known && Interlocked.CompareExchange(ref head, pos, known) != known; known = Head) ;
        Wake();
    }

    public void FeedMoved(long pos, IReadOnlyCollection<string> audiences)
    {
        if (audiences.Count == 0) return;
        FeedChanged?.Invoke(pos, audiences);
        FeedMovedHere?.Invoke(pos, audiences);
    }

    public void FeedHeard(long pos, IReadOnlyCollection<string> audiences) => FeedChanged?.Invoke(pos, audiences);

    /// <summary>Somebody took something in hand, or let go of it; raised for what other nodes heard, too.</summary>
    public event Action<Holding>? HandMoved;

    /// <summary>This very process heard it.</summary>
    public event Action<Holding>? HandMovedHere;

    public void Hold(Holding holding)
    {
        HandMoved?.Invoke(holding);
        HandMovedHere?.Invoke(holding);
    }

    public void HoldHeard(Holding holding) => HandMoved?.Invoke(holding);

    public void Wake() => Interlocked.Exchange(ref pulse, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}

/// <summary>What somebody has in hand at this moment, such as a visit on the board. It is said to whoever looks on, kept nowhere, and forgotten after some seconds.</summary>
/// <param name="What">Null when they let go.</param>
/// <param name="Connection">So that a browser does not hear itself.</param>
public sealed record Holding(BranchId Branch, Guid? What, string Name, string Connection);
