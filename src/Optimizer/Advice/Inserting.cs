namespace Callout.Optimizer;

/// <summary>Finds each tour's best place for a job.</summary>
internal sealed class Inserting(Planner planner)
{
    /// <summary>Of a job with several stops: how many technicians are tried as its first, and how many tours are looked at for each other stop.</summary>
    private const int Firsts = 12, Mates = 24;

    private readonly Model _model = planner.Model;
    private readonly List<Offer> _offers = [];
    private readonly List<Refusal> _refusals = [];

    public Insertion Of(int job)
    {
        if (_model.Alone[job]) Alone(job);
        else if (_model.StopCount(job) == 1) Related(job);
        else Several(job);
        _offers.Sort((a, b) => a.Delta != b.Delta ? a.Delta.CompareTo(b.Delta) : a.Tour.CompareTo(b.Tour));
        return new Insertion(job, _offers, _refusals);
    }

    private void Alone(int job)
    {
        var stop = _model.FirstStop[job];
        for (var tour = 0; tour < _model.Tours; tour++)
        {
            var fit = planner.Fitting.Best(stop, tour);
            if (fit.Found) _offers.Add(new Offer(planner, new JobFit(job, [(stop, fit)], fit.Delta)));
            else Refuse(tour, planner.Fitting.Why(stop, tour));
        }
    }

    private void Related(int job)
    {
        for (var tour = 0; tour < _model.Tours; tour++)
            if (planner.Coupling.Best(job, [tour]) is { } fit) _offers.Add(new Offer(planner, fit));
            else Refuse(tour, planner.Coupling.Obstacle);
    }

    /// <summary>Crews and pieces: whoever would be cheapest as the first, with the tours that are cheapest for the others.</summary>
    private void Several(int job)
    {
        var stops = Plans.StopsOf(_model, job).ToArray();
        var byStop = stops.Select(Cheapest).ToArray();
        var mates = byStop.SelectMany(tours => tours.Take(Mates)).ToArray();
        var firsts = byStop[0].Select(t => _model.TechnicianOf[t]).Distinct().Take(Math.Max(Firsts, _model.Technicians.Length <= 30 ? 30 : 0)).ToHashSet();
        for (var technician = 0; technician < _model.Technicians.Length; technician++)
        {
            var own = Enumerable.Range(_model.FirstTour[technician], _model.FirstTour[technician + 1] - _model.FirstTour[technician]);
            JobFit? fit = null;
            if (firsts.Contains(technician)) fit = planner.Coupling.Best(job, [.. mates.Concat(own).Distinct().Order()], technician);
            if (fit is not null) _offers.Add(new Offer(planner, fit));
            else if (!byStop[0].Any(t => _model.TechnicianOf[t] == technician)) foreach (var tour in own) Refuse(tour, planner.Fitting.Why(stops[0], tour));
            else if (firsts.Contains(technician)) foreach (var tour in own) Refuse(tour, planner.Coupling.Obstacle is Rule.None ? Rule.Crew : planner.Coupling.Obstacle);
        }
    }

    private int[] Cheapest(int stop) =>
        [.. Enumerable.Range(0, _model.Tours).Select(t => planner.Fitting.Best(stop, t)).Where(f => f.Found).OrderBy(f => f.Delta).ThenBy(f => f.Tour).Select(f => f.Tour)];

    private void Refuse(int tour, Rule rule) => _refusals.Add(new Refusal(_model.TechnicianOf[tour], _model.ShiftOf[tour], rule));
}
