namespace Callout.Kernel;

/// <summary>Lets thousands wait for the next event about one thing each, for the price of reading the ledger's new lines once in each process.</summary>
public sealed class Waiting : Worker
{
    private const int Batch = 2000, AtOnce = 5000;

    private readonly Dbs dbs;
    private readonly Nudge nudge;
    private readonly Lock door = new();
    private readonly Dictionary<Guid, List<Waiter>> waiters = [];
    private int waits;
    private long seen;

    internal Waiting(Dbs dbs, Nudge nudge) : base("waiting") => (this.dbs, this.nudge) = (dbs, nudge);

    /// <summary>From here on nothing that happens to one of these is missed: look after this, then wait. Null when too many wait already. To be disposed.</summary>
    public Waiter? For(params IReadOnlyCollection<Guid> subjects)
    {
        var waiter = new Waiter(this, subjects);
        lock (door)
        {
            if (waits >= AtOnce) return null;
            if (waits == 0) seen = nudge.Head;
            waits++;
            foreach (var subject in waiter.Subjects)
            {
                if (!waiters.TryGetValue(subject, out var those)) waiters[subject] = those = [];
                those.Add(waiter);
            }
        }

        return waiter;
    }

    public override async Task<bool> Step(CancellationToken ct)
    {
        if (From() is not { } from) return false;
        await using var db = dbs.Open(Sight.Everything);
        var some = await db.Set<LedgerEntry>().Where(e => e.Pos > from).OrderBy(e => e.Pos).Select(e => new { e.Pos, e.SubjectId }).Take(Batch).ToListAsync(ct);
        if (some.Count == 0) return false;
        lock (door)
        {
            foreach (var entry in some)
                foreach (var waiter in waiters.GetValueOrDefault(entry.SubjectId) ?? []) waiter.Wake();
            seen = Math.Max(seen, some[^1].Pos);
        }

        return some.Count == Batch;
    }

    private long? From()
    {
        lock (door)
        {
            if (waits > 0) return seen;
            seen = nudge.Head;
            return null;
        }
    }

    private void Leave(Waiter waiter)
    {
        lock (door)
        {
            waits--;
            foreach (var subject in waiter.Subjects)
                if (waiters[subject] is var those && those.Remove(waiter) && those.Count == 0) waiters.Remove(subject);
        }
    }

    public sealed class Waiter : IDisposable
    {
        private readonly Waiting waiting;
        private readonly TaskCompletionSource happened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Waiter(Waiting waiting, IReadOnlyCollection<Guid> subjects) => (this.waiting, Subjects) = (waiting, [.. subjects.Distinct()]);

        public Task Happened => happened.Task;

        internal IReadOnlyList<Guid> Subjects { get; }

        public void Dispose() => waiting.Leave(this);

        internal void Wake() => happened.TrySetResult();
    }
}
