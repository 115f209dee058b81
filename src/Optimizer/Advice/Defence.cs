namespace Callout.Optimizer;

/// <summary>Why a served job is with whom it is: what the next best would cost.</summary>
internal sealed class Defence(Planner planner)
{
    private readonly Model _model = planner.Model;
    private readonly Words _words = new(planner.Problem);

    public Explanation Of(int job)
    {
        if (_model.IsFrozen(job)) return new Explanation(job, true, $"{_words.Job(job)} has begun already.", [], []);
        var technician = _model.TechnicianOf[planner.Draft.TourOf(_model.FirstStop[job])];
        var insertion = new Inserting(Without(job)).Of(job);
        var own = insertion.Offers.FirstOrDefault(o => o.Technician == technician);
        var next = insertion.Offers.FirstOrDefault(o => o.Technician != technician);
        if (next is null || own is null) return new Explanation(job, true, $"{_words.Who(technician)} is the only one who can do {_words.Job(job)} while other work stays as it is.", [], []);
        var extra = Extra(next.Price, own.Price);
        var dearer = own.Delta <= next.Delta;
        return new Explanation(job, true, $"{_words.Who(technician)} does {_words.Job(job)}; {_words.Who(next.Technician)} would be next at {_words.Clock(next.Start)}"
            + (dearer ? ", which is no better: " : ", which would be better: ") + (extra.ToString() is { Length: > 0 } change ? change : "nothing changes") + ".", [], [], next, extra);
    }

    private Planner Without(int job)
    {
        var draft = new Draft(planner.Draft);
        var timing = new Timing(_model, draft.Pins);
        Plans.TakeOut(draft, new Coupling(_model, draft, draft.Pins, timing, new Fitting(_model, draft, timing, draft.Pins)), job);
        return new Planner(draft);
    }

    private static Measures Extra(Measures next, Measures own)
    {
        var extra = new Measures();
        foreach (var measure in Enum.GetValues<Measure>()) extra[measure] = next[measure] - own[measure];
        return extra;
    }
}
