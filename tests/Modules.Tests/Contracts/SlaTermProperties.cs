using Callout.Contracts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Callout.Modules.Tests.Contracts;

/// <summary>The clock's arithmetic against one that counts minute by minute, over weeks that change their clocks.</summary>
public sealed class SlaTermProperties
{
    private const string Seed = "2718281828,459045235";

    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>The hour before the Friday on whose Sunday the clocks go forward.</summary>
    private static readonly Instant Origin = Instant.FromUtc(2026, 3, 26, 23, 0);

    private static readonly OpeningTimes Open = new(
        Berlin,
        [.. Enumerable.Range(1, 5).Select(d => new OpenHours((IsoDayOfWeek)d, new(8, 30), new(17, 0))), new(IsoDayOfWeek.Saturday, new(22, 0), new(6, 0))],
        [new(2026, 4, 3), new(2026, 4, 6)]);

    public sealed record Case(Instant Start, int Target, IReadOnlyList<Pause> Pauses)
    {
        public SlaTerm Term => new(SlaKind.Resolution, Duration.FromMinutes(Target), Open, [PauseReason.Parts, PauseReason.Customer]);
    }

    public static class Cases
    {
        public static Arbitrary<Case> Any()
        {
            var minute = Gen.Choose(0, 12 * 24 * 60).Select(m => Origin + Duration.FromMinutes(m));
            var pause = from at in minute
                        from minutes in Gen.Choose(-60, 3000)
                        from reason in Gen.Elements(PauseReason.Parts, PauseReason.Customer, PauseReason.Weather)
                        select new Pause(reason, at, at + Duration.FromMinutes(minutes));
            var all = from start in minute
                      from target in Gen.Choose(1, 2500)
                      from pauses in Gen.ListOf(pause, 4)
                      select new Case(start, target, [.. pauses]);
            return all.ToArbitrary();
        }
    }

    [Property(Arbitrary = [typeof(Cases)], MaxTest = 300, Replay = Seed)]
    public void It_is_due_when_the_minutes_are_used_up(Case it)
    {
        var (at, left) = (it.Start, it.Target);
        for (; left > 0 || !Counts(it, at); at += Duration.FromMinutes(1))
            if (Counts(it, at)) left--;
        Assert.Equal(at, it.Term.Due(it.Start, it.Pauses));
    }

    [Property(Arbitrary = [typeof(Cases)], MaxTest = 300, Replay = Seed)]
    public void What_has_passed_when_it_is_due_is_the_target(Case it) =>
        Assert.Equal(it.Term.Target, it.Term.Elapsed(it.Start, it.Pauses, it.Term.Due(it.Start, it.Pauses)));

    [Property(Arbitrary = [typeof(Cases)], MaxTest = 300, Replay = Seed)]
    public void Pauses_may_come_in_any_order_and_in_pieces(Case it)
    {
        var pieces = it.Pauses.Where(p => p.Until > p.From).SelectMany(p =>
        {
            var half = p.From + ((p.Until!.Value - p.From) / 2);
            return new[] { p with { From = half }, p with { Until = half } };
        });
        Assert.Equal(it.Term.Due(it.Start, it.Pauses), it.Term.Due(it.Start, pieces.Reverse()));
    }

    [Property(Arbitrary = [typeof(Cases)], MaxTest = 300, Replay = Seed)]
    public void A_pause_never_brings_it_nearer(Case it) =>
        Assert.True(it.Term.Due(it.Start, it.Pauses) >= it.Term.Due(it.Start, it.Pauses.Skip(1)));

    [Property(Arbitrary = [typeof(Cases)], MaxTest = 300, Replay = Seed)]
    public void It_is_breached_after_it_was_due_and_not_before(Case it)
    {
        var due = it.Term.Due(it.Start, it.Pauses);
        var second = Duration.FromSeconds(1);
        Assert.Equal(SlaState.Met, it.Term.Read(it.Start, it.Pauses, due, due + second).State);
        Assert.Equal(SlaState.Breached, it.Term.Read(it.Start, it.Pauses, null, due + second).State);
        Assert.Equal(SlaState.Breached, it.Term.Read(it.Start, it.Pauses, due + second, due + second).State);
        Assert.NotEqual(SlaState.Breached, it.Term.Read(it.Start, it.Pauses, null, due).State);
    }

    private static bool Counts(Case it, Instant at)
    {
        if (it.Pauses.Any(p => p.Reason != PauseReason.Weather && p.From <= at && at < p.Until)) return false;
        var local = at.InZone(Berlin);
        var holiday = (LocalDate day) => day == new LocalDate(2026, 4, 3) || day == new LocalDate(2026, 4, 6);
        return local.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => local.Hour >= 22,
            IsoDayOfWeek.Sunday => local.Hour < 6,
            _ => !holiday(local.Date) && local.TimeOfDay >= new LocalTime(8, 30) && local.TimeOfDay < new LocalTime(17, 0),
        };
    }
}
