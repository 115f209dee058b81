using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>A day of field service: technicians with skills, a shift and breaks; jobs with windows in which they start, and priorities. Times are seconds of the day.</summary>
internal sealed class ServiceDay : Instance
{
    internal sealed record Day(IReadOnlyList<int[]>? Xy, IReadOnlyList<Person>? Vehicles, IReadOnlyList<Visit>? Jobs);
    internal sealed record Person(long Id, int StartIndex, int EndIndex, int[]? Skills, int[]? TimeWindow, IReadOnlyList<Rest>? Breaks);
    internal sealed record Rest(int Service, IReadOnlyList<int[]>? TimeWindows);
    internal sealed record Visit(long Id, int LocationIndex, int Service, int[]? Skills, IReadOnlyList<int[]>? TimeWindows, int Priority);

    private sealed record Tours(IReadOnlyList<Tour>? Routes);
    private sealed record Tour(long Technician, IReadOnlyList<Appointment> Visits);
    private sealed record Appointment(long Job, int Start);

    private readonly IReadOnlyList<Person> _people;
    private readonly IReadOnlyList<Visit> _jobs;

    public ServiceDay(Day day)
    {
        Unreadable.If(day.Xy is null || day.Vehicles is null || day.Jobs is null, "A day needs xy, vehicles and jobs.");
        (_people, _jobs) = (day.Vehicles, day.Jobs);
        foreach (var place in day.Xy) Pair(place, "A place");
        var skills = _people.SelectMany(p => p.Skills ?? []).Concat(_jobs.SelectMany(j => j.Skills ?? [])).DefaultIfEmpty(-1).Max() + 1;
        Unreadable.If(skills > 1_000_000, $"Skill {skills - 1} is too large a number.");
        Problem = new Problem
        {
            Travel = Travel.Coordinates([.. day.Xy.Select(p => p[0])], [.. day.Xy.Select(p => p[1])], 1.3, 13.9),
            Technicians = [.. _people.Select(Technician)],
            Jobs = [.. _jobs.Select(Job)],
            Skills = [.. Enumerable.Range(0, skills).Select(i => $"skill {i}")],
            Objective = new([new(Measure.UnservedPriority)], [new(Measure.UnservedJobs)], [new(Measure.TravelTime)]),
        }.Checked();
    }

    public override Problem Problem { get; }

    protected override object Solution(Plan plan) => new Tours([.. plan.Routes.Select(r => new Tour(_people[r.Technician].Id,
        [.. r.Stops.Where(s => s.Kind == StopKind.Work).Select(s => new Appointment(_jobs[s.Index].Id, s.Start))]))]);

    protected override Plan Solution(string path)
    {
        var people = _people.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        var jobs = _jobs.Select((j, i) => (j.Id, i)).ToDictionary(j => j.Id, j => j.i);
        var tours = Parsed<Tours>(path).Routes ?? throw new Unreadable("There are no routes.");
        return PlanOf([.. tours.Where(t => t.Visits is { Count: > 0 }).Select(Timed)]);

        Route Timed(Tour tour)
        {
            Unreadable.If(!people.TryGetValue(tour.Technician, out var who), $"There is no technician {tour.Technician}.");
            return new Rests(Problem, who).Around([.. tour.Visits.Select(v => (jobs.TryGetValue(v.Job, out var job) ? job : throw new Unreadable($"There is no job {v.Job}."), v.Start))]);
        }
    }

    private static Technician Technician(Person person)
    {
        var (from, to) = Pair(person.TimeWindow, $"The shift of technician {person.Id}");
        return new($"{person.Id}")
        {
            StartPlace = person.StartIndex,
            EndPlace = person.EndIndex,
            Skills = [.. (person.Skills ?? []).Select(s => new Skill(s))],
            Shifts = [new(from, to) { Breaks = [.. (person.Breaks ?? []).Select(rest => Break(rest, person))] }],
        };
    }

    private static Break Break(Rest rest, Person person)
    {
        Unreadable.If(rest.TimeWindows is not { Count: 1 }, $"A break of technician {person.Id} needs one time window.");
        var (from, to) = Pair(rest.TimeWindows[0], $"A break of technician {person.Id}");
        return new(from, to, rest.Service);
    }

    private static Job Job(Visit visit) => new($"{visit.Id}", visit.LocationIndex, visit.Service)
    {
        Priority = visit.Priority,
        Skills = [.. (visit.Skills ?? []).Select(s => new Skill(s))],
        Windows = [.. (visit.TimeWindows ?? []).Select(w => Pair(w, $"A window of job {visit.Id}")).Select(w => new Window(w.First, w.Second))],
    };

    private static (int First, int Second) Pair(int[]? two, string what) => two is [var first, var second] ? (first, second) : throw new Unreadable($"{what} is not a pair of whole numbers.");
}
