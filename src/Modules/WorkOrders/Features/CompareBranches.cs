namespace Callout.WorkOrders;

/// <summary>How one branch stands now, and what it carried out in the days that were asked for.</summary>
/// <param name="Requests">In the queue, not yet an order.</param>
/// <param name="Emergencies">Orders of the highest priority whose work is not done.</param>
/// <param name="Late">Orders with a promise that is past its time and not kept, the work not done.</param>
/// <param name="ToReview">Work that is done and waits for a person's review.</param>
/// <param name="Done">Visits that were completed on those days, by the calendar of their sites.</param>
/// <param name="FirstTime">Of these, those that fixed it with the order's first visit.</param>
/// <param name="Missed">Visits of those days without access, or that could not be completed.</param>
/// <param name="DoneBefore">Completed in as many days before those.</param>
public sealed record BranchFigures(
    BranchId Branch, int Requests, int Emergencies, int Late, int Open, int Assigned, int InProgress, int WaitingForParts, int ToReview, int Done, int FirstTime, int Missed, int DoneBefore);

/// <param name="Branches">Those in sight that have any work, by id.</param>
public sealed record BranchComparison(LocalDate From, LocalDate To, IReadOnlyList<BranchFigures> Branches);

/// <summary>The branches side by side. Every figure is a count of rows that belong to one branch, so that the whole is the sum of its branches.</summary>
/// <param name="From">The first day; six days before the last when left out.</param>
/// <param name="To">The last day; today by UTC when left out.</param>
[Refuses("branches.days")]
public sealed record CompareBranches(LocalDate? From, LocalDate? To)
{
    private const int DaysAtMost = 366;

    internal static async Task<BranchComparison> Handle(CompareBranches query, Reading reading, CancellationToken ct)
    {
        var to = query.To ?? reading.Now.InUtc().Date;
        var from = query.From ?? to.PlusDays(-6);
        var days = Period.DaysBetween(from, to) + 1;
        Refusal.If(days is < 1 or > DaysAtMost, "branches.days", $"Name a first and a last day, at most {DaysAtMost} days in all.");

        var (orders, visits) = (reading.Of<WorkOrder>(), reading.Of<Visit>());
        var buckets = new Dictionary<Bucket, Dictionary<BranchId, int>>();
        foreach (var bucket in Enum.GetValues<Bucket>().Where(b => b != Bucket.Closed)) buckets[bucket] = await Counted(orders.Where(o => o.Bucket == bucket).Select(o => o.Branch), ct);
        // SQLite uses an index for what is compared with a value, not for a column that is a condition by itself.
        var open = true;
        var requests = await Counted(reading.Of<ServiceRequest>().Where(r => r.IsOpen == open).Select(r => r.Branch), ct);
        var working = FindWorkOrders.UnderWay(orders);
        var emergencies = await Counted(working.Where(o => o.Priority == Priority.Emergency).Select(o => o.Branch), ct);
        var late = await Counted(working.Where(o => o.IsLate || o.Due < reading.Now).Select(o => o.Branch), ct);
        var then = visits.Where(v => v.Day >= from && v.Day <= to);
        var (before, until) = (from.PlusDays(-days), from.PlusDays(-1));
        var done = await Counted(then.Where(v => v.State == VisitState.Completed).Select(v => v.Branch), ct);
        var first = await Counted(then.Where(v => v.State == VisitState.Completed && v.Outcome == VisitOutcome.Fixed && v.Seq == 1).Select(v => v.Branch), ct);
        var missed = await Counted(then.Where(v => v.State == VisitState.Incomplete || v.State == VisitState.NoAccess).Select(v => v.Branch), ct);
        var doneBefore = await Counted(visits.Where(v => v.Day >= before && v.Day <= until && v.State == VisitState.Completed).Select(v => v.Branch), ct);

        var all = buckets.Values.Concat([requests, done, missed, doneBefore]).SelectMany(c => c.Keys).Distinct().OrderBy(b => b.Value);
        return new BranchComparison(from, to, [.. all.Select(b => new BranchFigures(
            b, requests.GetValueOrDefault(b), emergencies.GetValueOrDefault(b), late.GetValueOrDefault(b),
            In(Bucket.Open, b), In(Bucket.Assigned, b), In(Bucket.InProgress, b), In(Bucket.WaitingForParts, b), In(Bucket.Completed, b),
            done.GetValueOrDefault(b), first.GetValueOrDefault(b), missed.GetValueOrDefault(b), doneBefore.GetValueOrDefault(b)))]);

        int In(Bucket bucket, BranchId branch) => buckets[bucket].GetValueOrDefault(branch);
    }

    private static Task<Dictionary<BranchId, int>> Counted(IQueryable<BranchId> branches, CancellationToken ct) =>
        branches.GroupBy(b => b).Select(g => new { g.Key, Rows = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Rows, ct);
}
