namespace Callout.Scheduling;

/// <summary>Finds where a job fits between what somebody does already.</summary>
internal static class Openings
{
    /// <param name="taken">In the order of time, each with its place.</param>
    /// <param name="job">How long the work itself lasts.</param>
    /// <param name="notBefore">Nobody sets off before.</param>
    public static IEnumerable<Opening> Of(CrewMember person, IReadOnlyList<Shift> shifts, IReadOnlyList<Busy> taken, Place? where, Duration job, Instant notBefore)
    {
        foreach (var shift in shifts.OrderBy(s => s.Start))
        {
            var inside = taken.Where(t => t.Until > shift.Start && t.From < shift.End).Concat(Rests(shift, taken)).OrderBy(t => t.From).ToList();
            var here = person.Start;
            var (free, after) = (shift.Start, (string?)null);
            foreach (var next in inside.Append(new Busy(shift.End, shift.End, null, null, shift.End)))
            {
                var travel = StraightLine.Minutes(here, where);
                var from = Instant.Max(free, notBefore) + Duration.FromMinutes(travel);
                var onward = next.Begins is { } begins && next.Where is not null ? begins - Duration.FromMinutes(StraightLine.Minutes(where, next.Where)) : next.From;
                var until = Instant.Min(next.From, onward) - job;
                if (from <= until) yield return new Opening(from, until, travel, after);
                if (next.Until <= free) continue;
                (free, after) = (next.Until, next.What ?? after);
                here = next.Where ?? here;
            }
        }
    }

    /// <summary>A break is taken as early as its span and the visits allow; where it finds no room, it is left to the technician.</summary>
    public static IEnumerable<Busy> Rests(Shift shift, IReadOnlyList<Busy> taken)
    {
        foreach (var rest in shift.Breaks)
        {
            var at = rest.Earliest;
            foreach (var busy in taken.Where(t => t.Until > rest.Earliest && t.From < rest.Latest))
                if (at + rest.Length > busy.From) at = Instant.Max(at, busy.Until);
            if (at + rest.Length <= rest.Latest) yield return new Busy(at, at + rest.Length, null, null, null);
        }
    }
}

/// <summary>Time that is gone already.</summary>
/// <param name="Begins">When the work begins, after the way there.</param>
internal sealed record Busy(Instant From, Instant Until, string? What, Place? Where, Instant? Begins);
