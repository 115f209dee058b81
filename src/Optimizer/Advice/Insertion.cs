namespace Callout.Optimizer;

/// <summary>Where a job could go.</summary>
/// <param name="Offers">The best place on each tour that has one, cheapest first. Of a job with several stops: for the technicians who would be cheapest as its first.</param>
/// <param name="Refusals">The tours that have none, and why.</param>
public sealed record Insertion(int Job, IReadOnlyList<Offer> Offers, IReadOnlyList<Refusal> Refusals);

/// <summary>A tour that has no place for a job. <see cref="Rule.Capacity"/> means that other work is in the way.</summary>
public readonly record struct Refusal(int Technician, int Shift, Rule Rule);

/// <summary>One way to serve a job with all else left in its order.</summary>
public sealed class Offer
{
    private readonly Planner _planner;
    private readonly JobFit _fit;
    private readonly Promise? _promise;
    private Trial? _trial;

    internal Offer(Planner planner, JobFit fit, Promise? promise = null) => (_planner, _fit, _promise) = (planner, fit, promise);

    /// <summary>Put in for trial once somebody asks: there are as many offers as tours, and few are looked at.</summary>
    private Trial Tried => _planner.Alone(() => _trial ??= Promised(Put));

    public int Job => _fit.Job;

    /// <summary>Who does it; of several, the first.</summary>
    public int Technician => _planner.Model.TechnicianOf[_fit.Stops[0].Fit.Tour];
    public int Shift => _planner.Model.ShiftOf[_fit.Stops[0].Fit.Tour];

    /// <summary>When the first technician is there, when work starts, and when all of it is over.</summary>
    public int Arrive => Tried.Routes.SelectMany(r => r.Stops).First(s => s.Kind == StopKind.Work && s.Index == Job && s.Part == 0).Arrive;
    public int Start => _fit.Start;
    public int End => _fit.End;

    /// <summary>By how much each measure of the whole plan would change; the measures of the job itself included.</summary>
    public Measures Price => Tried.Price;

    /// <summary>The tours that change, as they would be.</summary>
    public IReadOnlyList<Route> Routes => Tried.Routes;

    /// <summary>The whole plan with the job in it.</summary>
    public Plan Apply()
    {
        var draft = Tried.Draft;
        return _planner.Alone(() => Promised(() => Plans.Write(draft)));
    }

    internal Cost Delta => _fit.Delta;
    internal int Tour => _fit.Stops[0].Fit.Tour;

    /// <summary>An old promise does not count where a new one is made.</summary>
    private Problem Assumed => _promise is { } promise ? _planner.Problem.With(Job, j => j with { Promise = new(promise.From, promise.To) }) : _planner.Problem;

    private sealed record Trial(Draft Draft, IReadOnlyList<Route> Routes, Measures Price);

    private Trial Put()
    {
        var draft = new Draft(_planner.Draft);
        var timing = new Timing(draft.Model, draft.Pins);
        var touched = Plans.PutIn(draft, new Coupling(draft.Model, draft, draft.Pins, timing, new Fitting(draft.Model, draft, timing, draft.Pins)), _fit);
        var concerned = Difference.Concerned(draft, touched);
        var (before, after) = (Difference.Routes(_planner.Draft, concerned), Difference.Routes(draft, concerned));
        return new Trial(draft, [.. after.Where(r => touched.Contains(Plans.TourOf(draft.Model, r)))], Difference.Between(draft.Model, Assumed, concerned, before, after, Job));
    }

    /// <summary>Asks with the window promised, if this is about one.</summary>
    private T Promised<T>(Func<T> ask)
    {
        if (_promise is not { } promise) return ask();
        var asked = _planner.Model.Swap(Job, _planner.Model.Jobs[Job] with { Promise = new(promise.From, promise.To) });
        try { return ask(); }
        finally { _planner.Model.Swap(Job, asked); }
    }
}
