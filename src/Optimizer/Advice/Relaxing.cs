namespace Callout.Optimizer;

/// <summary>Looks for the smallest change of each kind that lets a job in while all other work keeps its order. Every change is tried before it is told.</summary>
internal sealed class Relaxing(Planner planner, int job)
{
    /// <summary>No more overtime than this is thought of, and windows are moved by no more than a day.</summary>
    private const int MostOvertime = 240, MostWidening = 1440;

    /// <summary>A job that is coupled to others is tried with a few tours only where each must be tried by itself.</summary>
    private const int FewTours = 40;

    private readonly Model _model = planner.Model;
    private readonly Words _words = new(planner.Problem);
    private readonly Job _job = planner.Model.Jobs[job];
    private readonly int _stop = planner.Model.FirstStop[job];
    private readonly bool _alone = planner.Model.Alone[job];

    /// <summary>Prepares tours anew each time, for tours that are changed.</summary>
    private readonly Fitting _fresh = new(planner.Model, planner.Draft, planner.Timing, planner.Draft.Pins);

    public IReadOnlyList<Relaxation> All() => [.. new[] { Overtime(), Window(), Skills(), Equipment(), Another() }.OfType<Relaxation>()];

    private Relaxation? Overtime()
    {
        var (best, at) = (MostOvertime + 1, -1);
        if (!_alone && _model.Tours > FewTours) return null;
        for (var tour = 0; tour < _model.Tours; tour++)
        {
            var most = Math.Min(best - 1, RoomAfter(tour) / 60);
            if (most < 1 || !FitsWith(tour, most)) continue;
            (best, at) = (Smallest(most, m => FitsWith(tour, m)), tour);
        }
        if (at < 0) return null;
        var (technician, shift) = (_model.TechnicianOf[at], _model.ShiftOf[at]);
        return new MoreOvertime(job, technician, shift, best, $"{Words.Minutes(best)} more overtime for {_words.Who(technician)} (shift {shift + 1}, until {_words.Clock(_model.Latest[at] + best * 60)}).");
    }

    private bool FitsWith(int tour, int minutes)
    {
        _model.Latest[tour] += minutes * 60;
        var fits = _alone ? _fresh.Best(_stop, tour).Found : planner.Coupling.Best(job, Everywhere) is not null;
        _model.Latest[tour] -= minutes * 60;
        return fits;
    }

    /// <summary>A shift may not run into the next one.</summary>
    private int RoomAfter(int tour) =>
        tour + 1 < _model.Tours && _model.TechnicianOf[tour + 1] == _model.TechnicianOf[tour] ? _model.From[tour + 1] - _model.Latest[tour] : MostOvertime * 60;

    private int[] Everywhere => field ??= [.. Enumerable.Range(0, _model.Tours)];

    private Relaxation? Window()
    {
        if (_job.Windows.Count == 0 && _job.Promise is null || !_alone && _model.Tours > FewTours) return null;
        var later = Widen(minutes => new WiderWindow(job, 0, minutes, ""));
        var earlier = Widen(minutes => new WiderWindow(job, minutes, 0, ""));
        var smallest = Math.Min(later, earlier);
        if (smallest > MostWidening) return null;
        return later <= earlier ? new WiderWindow(job, 0, smallest, $"Starting up to {Words.Minutes(smallest)} after the window.") : new WiderWindow(job, smallest, 0, $"Starting up to {Words.Minutes(smallest)} before the window.");
    }

    private int Widen(Func<int, WiderWindow> by) => FitsAs(by(MostWidening).Widened(_job)) ? Smallest(MostWidening, m => FitsAs(by(m).Widened(_job))) : MostWidening + 1;

    private bool FitsAs(Job other)
    {
        var asked = _model.Swap(job, other);
        var fits = _alone ? Array.Exists(Everywhere, t => Holds(planner.Fitting, t)) : planner.Coupling.Best(job, Everywhere) is not null;
        _model.Swap(job, asked);
        return fits;
    }

    private bool Holds(Fitting fitting, int tour) => fitting.Best(_stop, tour).Found;

    private Relaxation? Skills()
    {
        if (_model.StopCount(job) > 1 || _job.Skills.Count + _job.Certificates.Count == 0) return null;
        var (fewest, cheapest, best) = (int.MaxValue, Cost.Infinite, default(Relaxation));
        for (var tour = 0; tour < _model.Tours; tour++)
        {
            var technician = _model.TechnicianOf[tour];
            Skill[] skills = [.. _job.Skills.Where(s => _model.LevelOf(technician, s.Id) < s.Level)];
            foreach (var lacking in Lacking(tour))
            {
                var count = skills.Length + lacking.Length;
                if (count == 0 || count > fewest) continue;
                var asked = _model.Swap(job, _job with { Skills = [.. _job.Skills.Except(skills)], Certificates = [.. _job.Certificates.Except(lacking)] });
                var fit = Place(tour);
                _model.Swap(job, asked);
                if (fit is null || count == fewest && fit.Delta >= cheapest) continue;
                (fewest, cheapest) = (count, fit.Delta);
                best = new Qualified(job, technician, skills, [.. lacking.Select(c => new Certificate(c))],
                    $"{Words.And([.. skills.Select(_words.Skill), .. lacking.Select(c => planner.Problem.Certificates[c])])} for {_words.Who(technician)}.");
            }
        }
        return best;
    }

    /// <summary>The certificates that somebody needs: those never held on the shift, then with them those that run out, one after the other.</summary>
    private IEnumerable<int[]> Lacking(int tour)
    {
        var byExpiry = _job.Certificates.OrderBy(c => _model.Expiry(_model.TechnicianOf[tour], c)).ToArray();
        for (var count = byExpiry.Count(c => _model.Expiry(_model.TechnicianOf[tour], c) < _model.From[tour]); count <= byExpiry.Length; count++) yield return byExpiry[..count];
    }

    private JobFit? Place(int tour)
    {
        if (!_alone) return planner.Coupling.Best(job, [tour]);
        var fit = planner.Fitting.Best(_stop, tour);
        return fit.Found ? new JobFit(job, [(_stop, fit)], fit.Delta) : null;
    }

    private Relaxation? Equipment()
    {
        if (!_alone || _job.Parts.Count + _job.Tools.Count == 0) return null;
        var (fewest, cheapest, best) = (int.MaxValue, Cost.Infinite, default(Equipped));
        for (var tour = 0; tour < _model.Tours; tour++)
        {
            var technician = _model.TechnicianOf[tour];
            int[] tools = [.. _job.Tools.Where(t => !_model.HasTool(technician, t))];
            var parts = new Shortage(planner, _job).Of(technician);
            var count = tools.Length + parts.Sum(p => p.Quantity);
            if (count == 0 || count > fewest) continue;
            var equipped = new Equipped(job, technician, parts, tools, $"{Words.And([.. parts.Select(_words.Part), .. tools.Select(t => planner.Problem.Tools[t])])} on the van of {_words.Who(technician)}.");
            var fit = With(equipped, tour);
            if (fit.Found && (count < fewest || fit.Delta < cheapest)) (fewest, cheapest, best) = (count, fit.Delta, equipped);
        }
        return best;
    }

    private Fit With(Equipped equipped, int tour)
    {
        var technician = equipped.Technician;
        var before = _model.Equip(technician, equipped.Apply(planner.Problem).Technicians[technician]);
        foreach (var part in equipped.Parts) planner.Draft.Lend(technician, part.Part, part.Quantity);
        var fit = _fresh.Best(_stop, tour);
        foreach (var part in equipped.Parts) planner.Draft.Lend(technician, part.Part, -part.Quantity);
        _model.Equip(technician, before);
        return fit;
    }

    /// <summary>The least urgent other job whose place this one could take; of equally urgent ones, where this one costs least.</summary>
    private Relaxation? Another()
    {
        if (!_alone) return null;
        var (dropped, price, cheapest) = (-1, Cost.Infinite, Cost.Infinite);
        var others = Everywhere.Where(t => _model.Obstacle(_stop, t) is Rule.None or Rule.Part)
            .SelectMany(t => planner.Draft.Stops[t].Where(s => _model.JobOf[s] >= 0 && _model.Alone[_model.JobOf[s]]).Select(s => (Tour: t, Stop: s, LeftOut: _model.LeftOut[_model.JobOf[s]])))
            .OrderBy(o => o.LeftOut);
        var without = new WithoutOne(planner.Draft, planner.Timing);
        var fitting = new Fitting(_model, without, planner.Timing, planner.Draft.Pins);
        foreach (var other in others)
        {
            if (other.LeftOut > price) break;
            if (!without.Drop(other.Tour, other.Stop)) continue;
            var fit = fitting.Best(_stop, other.Tour);
            if (fit.Found && fit.Delta < cheapest) (dropped, price, cheapest) = (_model.JobOf[other.Stop], other.LeftOut, fit.Delta);
        }
        return dropped < 0 ? null : new DropAnother(job, dropped, $"Leaving out {_words.Job(dropped)} instead.");
    }

    /// <summary>The smallest number up to one that holds, of a property that holds from some number on.</summary>
    private static int Smallest(int holds, Func<int, bool> property)
    {
        var fails = 0;
        while (fails + 1 < holds)
        {
            var middle = fails + (holds - fails) / 2;
            if (property(middle)) holds = middle; else fails = middle;
        }
        return holds;
    }
}
