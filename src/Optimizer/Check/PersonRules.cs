namespace Callout.Optimizer.Judging;

/// <summary>Section 5 of the readme: who may do what.</summary>
internal sealed class PersonRules(Reading reading, Findings findings)
{
    private readonly Problem _problem = reading.Problem;

    public void Judge()
    {
        foreach (var tour in reading.Tours)
            for (var position = tour.Frozen; position < tour.Stops.Count; position++)
                if (tour.Stops[position].Kind == StopKind.Work) Judge(tour, position);
    }

    private void Judge(Tour tour, int position)
    {
        var stop = tour.Stops[position];
        var job = _problem.Jobs[stop.Index];
        Skills(tour, position, job.SkillsOf(stop.Part));
        Certificates(tour, position, job.CertificatesOf(stop.Part));
        Territory(tour, position, job);
        Named(tour, position, job, tour.Route.Technician);
    }

    private void Skills(Tour tour, int position, IReadOnlyList<Skill> needs)
    {
        foreach (var need in needs)
            if (!tour.Technician.Skills.Any(s => s.Id == need.Id && s.Level >= need.Level))
                findings.Stop("who.skill", tour, position, $"it needs {_problem.Skills[need.Id]} at level {need.Level}, which {tour.Technician.Id} lacks.");
    }

    private void Certificates(Tour tour, int position, IReadOnlyList<int> needs)
    {
        var end = tour.Stops[position].End;
        foreach (var need in needs)
            if (!tour.Technician.Certificates.Any(c => c.Id == need && c.Expires >= end))
                findings.Stop("who.certificate", tour, position, $"it needs {_problem.Certificates[need]} valid to {end}, which {tour.Technician.Id} lacks.");
    }

    private void Territory(Tour tour, int position, Job job)
    {
        if (job.Territory is { } territory && tour.Technician.Territories.Count > 0 && !tour.Technician.Territories.Contains(territory))
            findings.Stop("who.territory", tour, position, $"{tour.Technician.Id} does not work in {_problem.Territories[territory]}.");
    }

    private void Named(Tour tour, int position, Job job, int technician)
    {
        var who = tour.Technician.Id;
        if (job.ExcludedTechnicians.Contains(technician)) findings.Stop("who.excluded", tour, position, $"{who} may not be sent there.");
        if (job.RequiredTechnicians.Count > 0 && !job.RequiredTechnicians.Contains(technician)) findings.Stop("who.required", tour, position, $"{who} is not one of the technicians it asks for.");
        var crewMember = tour.Stops[position].Part > 0 && job.Split is null;
        if (!crewMember && job.Lock?.Technician is { } only && only != technician) findings.Stop("who.lock", tour, position, $"it is locked to {_problem.Technicians[only].Id}, not {who}.");
    }
}
