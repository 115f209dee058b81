namespace Callout.Optimizer.Tests;

/// <summary>The table's first column: whatever a problem asks for, plans obey it and cost what the search believes.</summary>
public class SolveTests
{
    public static TheoryData<string> All => new(Features.Names);

    [Theory, MemberData(nameof(All))]
    public void A_plan_obeys_every_rule_and_costs_what_the_search_believes(string feature) => Cases.Each(6, 3, 5, one =>
    {
        var problem = one.Of(feature).Problem;
        var plan = Solver.Solve(problem, new Until { Iterations = 150 }, new SolveOptions { Seed = (ulong)one.Seed }).Plan;
        var verdict = Check.Of(problem, plan);
        Assert.True(verdict.Obeys, $"{feature}: {verdict}");
        var model = new Model(problem);
        var draft = Plans.Read(model, plan);
        Assert.Equal(Starts(plan), Starts(Plans.Write(draft)));
        var empty = Plans.Write(new Draft(model));
        Assert.Equal(Folded(model, Score.Of(problem, plan)) - Folded(model, Score.Of(problem, empty)), draft.Total - new Draft(model).Total);
    });

    /// <summary>Of a job that is alone: related ones move others with them.</summary>
    [Theory, MemberData(nameof(All))]
    public void A_move_changes_the_plan_by_what_was_predicted(string feature) => Cases.Each(6, 3, 5, one =>
    {
        var model = new Model(one.Of(feature).Problem);
        var draft = new Draft(model);
        var arena = new Arena(draft, [.. Enumerable.Range(0, model.Tours)], [.. Enumerable.Range(0, model.Jobs.Length).Where(j => !model.IsFrozen(j))]);
        var (rng, untilBlink, empty) = (new Rng((ulong)one.Seed), int.MaxValue, arena.Total);
        for (var job = 0; job < arena.JobCount; job++)
        {
            if (!model.Alone[arena.GlobalJob[job]]) continue;
            arena.Begin();
            var before = arena.Total;
            var place = arena.Best(arena.FirstStop[job], ref untilBlink, ref rng);
            if (!place.Found) continue;
            arena.Put(job, place);
            Assert.False(arena.Broken);
            Assert.Equal(before + place.Delta - arena.LeftOut[job], arena.Total);
            arena.Commit();
            var recomputed = new Draft(model);
            arena.WriteTo(recomputed, [.. Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops)], arena.Pins);
            Assert.Equal(recomputed.Total - draft.Total, arena.Total - empty);
        }
    });

    /// <summary>On the way out the warehouse comes last, until something has to be fetched for a stop that must come sooner.</summary>
    [Theory]
    [InlineData(5, new[] { 0, 4, 3, 1, 2 })]
    [InlineData(4, new[] { 0, 4, 3, 1, 2 })]
    [InlineData(3, new[] { 0, 1, 4, 2 })]
    public void A_visit_to_a_warehouse_is_made_sooner_for_a_stop_that_must_come_before_it(int place, int[] stops)
    {
        PartNeed[] valve = [new(0, 1)];
        var problem = Tiny.Problem([Tiny.Ann with { Shifts = [new(0, 3000)] }],
            [new("near", 2, 10) { Windows = [new(200, 300)] }, new("dry", 4, 10) { Windows = [new(650, 660)] }, new("far", 6, 10) { Parts = valve }, new("soon", place, 10) { Parts = valve, Windows = [new(0, 640)] }],
            warehouses: [new("W", 5, 20) { Stock = [new(0, int.MaxValue)] }], objective: Features.Measuring(Measure.Duration));
        var model = new Model(problem);
        var draft = new Draft(model);
        var arena = new Arena(draft, [0], [0, 1, 2, 3]);
        var (rng, untilBlink, empty) = (new Rng(1), int.MaxValue, arena.Total);
        for (var job = 0; job < 4; job++)
        {
            var (local, before) = (Array.IndexOf(arena.GlobalJob, job), arena.Total);
            var found = arena.Best(arena.FirstStop[local], ref untilBlink, ref rng);
            if (!found.Found) continue;
            arena.Begin();
            arena.Put(local, found);
            arena.Commit();
            Assert.Equal(before + found.Delta - arena.LeftOut[local], arena.Total);
        }
        Assert.Equal(stops, arena.GlobalStops(0));
        var recomputed = new Draft(model);
        arena.WriteTo(recomputed, [arena.GlobalStops(0)], arena.Pins);
        Assert.Equal(recomputed.Total - draft.Total, arena.Total - empty);
        Assert.True(Check.Of(problem, Plans.Write(recomputed)).Obeys);
    }

    [Theory, MemberData(nameof(All))]
    public void Tails_change_hands_at_the_price_that_was_predicted(string feature)
    {
        var exchanged = 0;
        Cases.Each(6, 3, 6, one =>
        {
            var model = new Model(one.Of(feature).Problem);
            var draft = new Draft(model);
            var arena = new Arena(draft, [.. Enumerable.Range(0, model.Tours)], [.. Enumerable.Range(0, model.Jobs.Length).Where(j => !model.IsFrozen(j))]);
            if (!arena.ExchangesTails) return;
            var (rng, untilBlink, empty) = (new Rng((ulong)one.Seed), int.MaxValue, arena.Total);
            arena.Begin();
            for (var job = 0; job < arena.JobCount; job++) arena.PutBest(job, ref untilBlink, ref rng);
            arena.Commit();
            for (var a = 0; a < arena.TourCount; a++)
                for (var b = 0; b < arena.TourCount; b++)
                    for (var i = 0; a != b && i <= arena.TourSize(a); i++)
                        for (var j = 0; j <= arena.TourSize(b); j++) Exchange(a, i, b, j);

            void Exchange(int a, int i, int b, int j)
            {
                arena.Begin();
                var (before, stops) = (arena.Total, Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops).ToArray());
                if (arena.TailsDelta(a, i, b, j) is not { } delta || !arena.SwapTails(a, i, b, j)) return;
                exchanged++;
                Assert.False(arena.Broken);
                Assert.Equal(before + new Cost(0, delta), arena.Total);
                var recomputed = new Draft(model);
                arena.WriteTo(recomputed, [.. Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops)], arena.Pins);
                Assert.True(Check.Of(model.Problem, Plans.Write(recomputed)).Obeys);
                Assert.Equal(recomputed.Total - draft.Total, arena.Total - empty);
                arena.Rollback();
                Assert.Equal(stops, Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops));
            }
        });
        if (feature == "plain") Assert.True(exchanged > 0);
    }

    /// <summary>Who does which work when.</summary>
    internal static string Starts(Plan plan) => string.Join('\n', plan.Routes.Select(r => $"{r.Technician}/{r.Shift}: {string.Join(' ', r.Stops.Where(s => s.Kind == StopKind.Work))}"));

    internal static Cost Folded(Model model, Score score)
    {
        var sum = Cost.Zero;
        foreach (var measure in Enum.GetValues<Measure>()) sum += Model.Times(model.Fold.Weight(measure), (long)score.Total[measure]);
        return sum;
    }
}
