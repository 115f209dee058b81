using static Callout.Optimizer.Tests.World;

namespace Callout.Optimizer.Tests;

/// <summary>The table's other columns: whatever a problem asks for, places, windows and explanations are true.</summary>
public class AdviceTests
{
    public static TheoryData<string> All => new(Features.Names);

    /// <summary>A plan for six jobs and two technicians, and a planner for it without one of the jobs that could move.</summary>
    private static (Planner Planner, int Job)? Asked(string feature, Case one)
    {
        var seed = one.Seed;
        var problem = one.Of(feature).Problem;
        var plan = Solver.Solve(problem, new Until { Iterations = 30 }, new SolveOptions { Seed = (ulong)seed }).Plan;
        var job = plan.Unassigned.Count > 0 && seed % 2 == 0 ? plan.Unassigned[0].Job : seed % problem.Jobs.Count;
        var model = new Model(problem);
        if (model.IsFrozen(job)) return null;
        var draft = Plans.Read(model, plan);
        var timing = new Timing(model, draft.Pins);
        if (draft.IsPlaced(job)) Plans.TakeOut(draft, new Coupling(model, draft, draft.Pins, timing, new Fitting(model, draft, timing, draft.Pins)), job);
        return (new Planner(problem, Plans.Write(draft)), job);
    }

    private static void Each(string feature, Action<Planner, int, string> check) => Cases.Each(5, 2, 6, one =>
    {
        if (Asked(feature, one) is var (planner, job)) check(planner, job, feature);
    });

    [Theory, MemberData(nameof(All))]
    public void Insert_offers_plans_that_obey_at_the_price_it_says(string feature) => Each(feature, (planner, job, which) =>
    {
        var before = Score.Of(planner.Problem, planner.Plan);
        Assert.True(Check.Of(planner.Problem, planner.Plan).Obeys, which);
        foreach (var offer in planner.Insert(job).Offers)
        {
            var plan = offer.Apply();
            var verdict = Check.Of(planner.Problem, plan);
            Assert.True(verdict.Obeys, $"{which}: {verdict}");
            var after = Score.Of(planner.Problem, plan);
            foreach (var measure in Enum.GetValues<Measure>())
                Assert.True(after.Total[measure] - before.Total[measure] == offer.Price[measure], $"{which}: {measure} {after.Total[measure] - before.Total[measure]}, not {offer.Price[measure]}");
            var visit = plan.Routes.Single(r => r.Technician == offer.Technician && r.Shift == offer.Shift).Stops.Single(s => s.Kind == StopKind.Work && s.Index == job && s.Part == 0 );
            Assert.Equal((offer.Arrive, offer.Start), (visit.Arrive, visit.Start));
        }
    });

    [Theory, MemberData(nameof(All))]
    public void Insert_finds_what_trying_every_place_finds(string feature) => Each(feature, (planner, job, which) =>
    {
        var (model, draft) = (planner.Model, planner.Draft);
        if (!model.Alone[job]) return;
        var insertion = planner.Insert(job);
        Assert.Equal(model.Tours, insertion.Offers.Count + insertion.Refusals.Count);
        Assert.Equal(insertion.Offers.Select(o => o.Delta).Order(), insertion.Offers.Select(o => o.Delta));
        var stop = model.FirstStop[job];
        var timing = new Timing(model, draft.Pins);
        for (var tour = 0; tour < model.Tours; tour++)
        {
            var best = Cost.Infinite;
            if (model.Obstacle(stop, tour) == Rule.None)
                for (var slot = 0; slot <= draft.Stops[tour].Length; slot++)
                {
                    draft.Stock(tour, timing);
                    if (timing.Run(tour, [.. draft.Stops[tour][..slot], stop, .. draft.Stops[tour][slot..]]) && timing.Cost - draft.CostOf(tour) < best) best = timing.Cost - draft.CostOf(tour);
                }
            var offer = insertion.Offers.SingleOrDefault(o => o.Tour == tour);
            if (planner.Problem.Warehouses.Count == 0) Assert.True((offer?.Delta ?? Cost.Infinite) == best, $"{which}, tour {tour}: {offer?.Delta}, not {best}");
            else Assert.True((offer?.Delta ?? Cost.Infinite) <= best, $"{which}, tour {tour}");
        }
    });

    [Theory, MemberData(nameof(All))]
    public void Slots_offers_what_can_be_kept_at_the_least_price(string feature) => Each(feature, (planner, job, which) =>
    {
        Promise[] windows = [.. Enumerable.Range(0, 5).Select(i => new Promise((7 + i) * Hour, (8 + i) * Hour)), new(Day + 8 * Hour, Day + 10 * Hour), new(7 * Hour, 8 * Hour + 900), new(8 * Hour, Day + 11 * Hour), new(Day + 9 * Hour, Day + 12 * Hour), new(13 * Hour, 14 * Hour)];
        var appointments = planner.Slots(job, windows);
        Assert.Equal(windows.Length, appointments.Count);
        foreach (var appointment in appointments)
        {
            var promised = planner.Problem.With(job, j => j with { Promise = appointment.Window }).Checked();
            var insertion = new Planner(promised, planner.Plan).Insert(job);
            if (planner.Model.Alone[job]) Assert.True(appointment.Best is null == (insertion.Offers.Count == 0), $"{which}: {appointment.Window}");
            // Where waiting may pay, times are not searched through, and bounds may lead to other ones.
            if (planner.Model.Alone[job] && !planner.Model.MayWait.Contains(true) && appointment.Best is { } best)
                Assert.True(Weighed(best) == Weighed(insertion.Offers[0]), $"{which}: {appointment.Window} at {Weighed(best)}, not {Weighed(insertion.Offers[0])}");
            if (appointment.Best is null) { Assert.NotEqual(Rule.None, appointment.Rule); continue; }
            Assert.True(insertion.Offers.Count > 0, $"{which}: {appointment.Window} cannot be kept");
            var verdict = Check.Of(promised, appointment.Best.Apply());
            Assert.True(verdict.Obeys, $"{which}: {verdict}");
        }

        // Another problem's costs are folded otherwise.
        Cost Weighed(Offer offer) => Enum.GetValues<Measure>().Aggregate(Cost.Zero, (sum, measure) => sum + Model.Times(planner.Model.Fold.Weight(measure), (long)offer.Price[measure]));
    });

    [Theory, MemberData(nameof(All))]
    public void An_explanation_is_true_and_nothing_smaller_would_do(string feature) => Each(feature, (planner, job, which) =>
    {
        var explanation = planner.Explain(job);
        Assert.False(explanation.Served);
        Assert.Equal(planner.Insert(job).Offers.Count == 0, explanation.Next is null);
        foreach (var relaxation in explanation.Relaxations)
        {
            Assert.True(Fits(relaxation.Apply(planner.Problem), relaxation.Apply(planner.Plan), job), $"{which}: {relaxation.Text}");
            foreach (var smaller in Smaller(relaxation, planner.Problem)) Assert.False(Fits(smaller, planner.Plan, job), $"{which}: less than {relaxation.Text}");
        }
        var served = planner.Plan.Routes.SelectMany(r => r.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).Distinct();
        foreach (var other in served) Assert.NotEmpty(planner.Explain(other).Text);
    });

    private static bool Fits(Problem problem, Plan plan, int job) => new Planner(problem, plan).Insert(job).Offers.Count > 0;

    private static IEnumerable<Problem> Smaller(Relaxation relaxation, Problem problem)
    {
        if (relaxation is MoreOvertime overtime)
            for (var t = 0; t < problem.Technicians.Count; t++)
                for (var s = 0; s < problem.Technicians[t].Shifts.Count; s++)
                {
                    var shifts = problem.Technicians[t].Shifts;
                    var room = s + 1 < shifts.Count ? (shifts[s + 1].From - shifts[s].To - shifts[s].OvertimeLimit) / 60 : int.MaxValue;
                    if (Math.Min(overtime.Minutes - 1, room) is > 0 and var minutes) yield return (overtime with { Technician = t, Shift = s, Minutes = minutes }).Apply(problem);
                }
        if (relaxation is WiderWindow window)
        {
            var minutes = Math.Max(window.MinutesEarlier, window.MinutesLater) - 1;
            yield return (window with { MinutesEarlier = minutes, MinutesLater = 0 }).Apply(problem);
            yield return (window with { MinutesEarlier = 0, MinutesLater = minutes }).Apply(problem);
        }
        if (relaxation is Qualified { Skills.Count: 1, Certificates.Count: 0 } qualified && qualified.Skills[0].Level > 1)
            yield return (qualified with { Skills = [qualified.Skills[0] with { Level = qualified.Skills[0].Level - 1 }] }).Apply(problem);
        if (relaxation is Equipped { Parts.Count: 1, Tools.Count: 0 } equipped && equipped.Parts[0].Quantity > 1)
            yield return (equipped with { Parts = [equipped.Parts[0] with { Quantity = equipped.Parts[0].Quantity - 1 }] }).Apply(problem);
    }
}
