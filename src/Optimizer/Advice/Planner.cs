namespace Callout.Optimizer;

/// <summary>
/// Answers questions about one plan without searching it anew: where a job fits, which windows can be promised, why a job is left out, and what to do when
/// something happens. Prepare it once for each plan; questions may come from several threads and are answered one at a time.
/// </summary>
public sealed class Planner
{
    private readonly System.Threading.Lock _gate = new();

    /// <param name="problem">What the plan must respect.</param>
    /// <param name="plan">The plan in force. Orders are kept, times are as early as they can be; what no longer fits is left out.</param>
    public Planner(Problem problem, Plan plan) : this(new Model(problem), plan) { }

    internal Planner(Model model, Plan plan) : this(Plans.Read(model, plan)) { }

    internal Planner(Draft draft)
    {
        (Model, Draft) = (draft.Model, draft);
        Timing = new Timing(Model, draft.Pins);
        Fitting = new Fitting(Model, draft, Timing, draft.Pins, new Passage[Model.Tours]);
        Coupling = new Coupling(Model, draft, draft.Pins, Timing, new Fitting(Model, draft, Timing, draft.Pins)) { Explains = true };
        for (var tour = 0; tour < Model.Tours; tour++) Fitting.Prepared(tour);
        _plan = new Lazy<Plan>(() => Plans.Write(Draft));
    }

    internal Model Model { get; }
    internal Draft Draft { get; }
    internal Timing Timing { get; }

    /// <summary>For jobs that are alone; it has every tour prepared.</summary>
    internal Fitting Fitting { get; }
    internal Coupling Coupling { get; }

    private readonly Lazy<Plan> _plan;

    public Problem Problem => Model.Problem;

    /// <summary>The plan as it was understood.</summary>
    public Plan Plan { get { lock (_gate) return _plan.Value; } }

    /// <summary>Every tour's best place for a job that is left out, cheapest first, and the rule that stops each other tour. Nobody else's work changes its order.</summary>
    public Insertion Insert(int job)
    {
        lock (_gate)
        {
            LeftOut(job);
            return new Inserting(this).Of(job);
        }
    }

    /// <summary>Which of these windows can be promised for a job that is left out, and what each costs, cheapest first. A promise that the job already has does not count.</summary>
    public IReadOnlyList<Appointment> Slots(int job, IReadOnlyList<Promise> windows)
    {
        lock (_gate)
        {
            LeftOut(job);
            foreach (var window in windows) InvalidProblem.If(window.To < window.From, "slot.order", $"A window ends at {window.To}, before it starts at {window.From}.");
            return new Booking(this).Of(job, windows);
        }
    }

    /// <summary>Why a job is left out and what would let it in; or why it is where it is.</summary>
    public Explanation Explain(int job)
    {
        lock (_gate)
        {
            Known(job);
            return Draft.IsPlaced(job) ? new Defence(this).Of(job) : new Inquest(this).Of(job);
        }
    }

    /// <summary>The world after something has happened, with a plan that is feasible at once and then made better as long as it may be.</summary>
    public Repaired Repair(Change change, Until until, RepairOptions? options = null)
    {
        until.Check();
        return new Repairing(Problem, Plan, options ?? new RepairOptions()).After(change, until);
    }

    /// <summary>Runs something that must not meet another question.</summary>
    internal T Alone<T>(Func<T> ask)
    {
        lock (_gate) return ask();
    }

    private void Known(int job) => InvalidProblem.If((uint)job >= (uint)Model.Jobs.Length, "job.unknown", $"There is no job {job}; there are {Model.Jobs.Length}, counted from 0.");

    private void LeftOut(int job)
    {
        Known(job);
        InvalidProblem.If(Draft.IsPlaced(job), "job.served", $"Job {Model.Jobs[job].Id} is in the plan already.");
    }
}
