using Callout.Optimizer.Judging;

namespace Callout.Optimizer;

/// <summary>The rules of a well-formed problem, in the order in which a person would mend them.</summary>
internal sealed class Validation(Problem problem)
{
    public void Run()
    {
        Unique("technician", problem.Technicians.Select(t => t.Id));
        Unique("job", problem.Jobs.Select(j => j.Id));
        Unique("warehouse", problem.Warehouses.Select(w => w.Id));
        for (var i = 1; i < problem.DayStarts.Count; i++)
            InvalidProblem.If(problem.DayStarts[i] <= problem.DayStarts[i - 1], "days.order", $"Day {i + 1} begins at {problem.DayStarts[i]}, not after day {i}.");
        foreach (var technician in problem.Technicians) Check(technician);
        foreach (var warehouse in problem.Warehouses) Check(warehouse);
        foreach (var job in problem.Jobs) Check(job);
        foreach (var relation in problem.Relations) Check(relation);
        RefuseCycles();
        foreach (var route in problem.FrozenPlan?.Routes ?? []) Check(route);
    }

    private void Check(Technician technician)
    {
        var who = $"technician {technician.Id}";
        Place(technician.StartPlace, who);
        Place(technician.EndPlace, who);
        foreach (var skill in technician.Skills) Check(skill, who);
        foreach (var certificate in technician.Certificates) Known(certificate.Id, problem.Certificates, "certificate", who);
        foreach (var tool in technician.Tools) Known(tool, problem.Tools, "tool", who);
        foreach (var territory in technician.Territories) Known(territory, problem.Territories, "territory", who);
        foreach (var stock in technician.Stock) Check(stock, who);
        Once(technician.Stock, who);
        InvalidProblem.If(technician.DurationPercent.Count > problem.Kinds.Count, "kind.unknown", $"The {who} has percentages for {technician.DurationPercent.Count} kinds of work; the problem names {problem.Kinds.Count}.");
        foreach (var percent in technician.DurationPercent) InvalidProblem.If(percent is < 1 or > 10_000, "technician.percent", $"The {who} takes {percent} % of the duration; 1 to 10,000 is possible.");
        Price(technician.PerHour, "technician.price", who);
        Price(technician.PerKilometre, "technician.price", who);
        Price(technician.PerOvertimeMinute, "technician.price", who);
        for (var s = 0; s < technician.Shifts.Count; s++) Check(technician.Shifts[s], $"shift {s} of {who}");
        for (var s = 1; s < technician.Shifts.Count; s++)
        {
            var (before, after) = (technician.Shifts[s - 1], technician.Shifts[s]);
            InvalidProblem.If(after.From < before.To + before.OvertimeLimit, "shift.overlap", $"Shift {s} of {who} starts at {after.From}, before shift {s - 1} has ended with its overtime at {before.To + before.OvertimeLimit}.");
        }
    }

    private void Check(Shift shift, string which)
    {
        Time(shift.From, which);
        Time(shift.To, which);
        Amount(shift.OvertimeLimit, "shift.overtime", which);
        Amount(shift.Reserve, "shift.reserve", which);
        InvalidProblem.If(shift.To < shift.From, "shift.order", $"The {which} ends at {shift.To}, before it starts at {shift.From}.");
        Place(shift.StartPlace, which);
        Place(shift.EndPlace, which);
        foreach (var rest in shift.Breaks)
        {
            Amount(rest.Length, "break.length", which);
            InvalidProblem.If(rest.To < rest.From, "break.order", $"A break of the {which} may start from {rest.From} to {rest.To}, which is no window.");
            InvalidProblem.If(rest.From < shift.From || (long)rest.To + rest.Length > (long)shift.To + shift.OvertimeLimit, "break.outside", $"A break of the {which} from {rest.From} to {rest.To} does not fit into it.");
        }
        for (var b = 1; b < shift.Breaks.Count; b++)
            InvalidProblem.If(shift.Breaks[b].From < shift.Breaks[b - 1].From || shift.Breaks[b].To < shift.Breaks[b - 1].To, "break.order", $"The breaks of the {which} must be in order of time.");
        foreach (var commitment in shift.Commitments)
        {
            Place(commitment.Place, which);
            InvalidProblem.If(commitment.To < commitment.From, "commitment.order", $"A commitment of the {which} ends at {commitment.To}, before it starts at {commitment.From}.");
            InvalidProblem.If(commitment.From < shift.From || commitment.To > shift.To + shift.OvertimeLimit, "commitment.outside", $"A commitment of the {which} from {commitment.From} to {commitment.To} lies outside it.");
        }
        for (var c = 1; c < shift.Commitments.Count; c++)
            InvalidProblem.If(shift.Commitments[c].From < shift.Commitments[c - 1].To, "commitment.overlap", $"Commitment {c} of the {which} starts before the one before it has ended.");
    }

    private void Check(Warehouse warehouse)
    {
        var which = $"warehouse {warehouse.Id}";
        Place(warehouse.Place, which);
        Amount(warehouse.Duration, "warehouse.duration", which);
        InvalidProblem.If(warehouse.Closes < warehouse.Opens, "warehouse.order", $"The {which} closes at {warehouse.Closes}, before it opens at {warehouse.Opens}.");
        foreach (var stock in warehouse.Stock)
        {
            Known(stock.Part, problem.Parts, "part", which);
            InvalidProblem.If(stock.Quantity < 0, "part.quantity", $"The {which} holds {stock.Quantity} of part {problem.Parts[stock.Part]}.");
        }
        Once(warehouse.Stock, which);
        Time(warehouse.Opens, which);
        foreach (var tool in warehouse.Tools) Known(tool, problem.Tools, "tool", which);
    }

    private void Check(Job job)
    {
        var which = $"job {job.Id}";
        Place(job.Place, which);
        Amount(job.Duration, "job.duration", which);
        foreach (var (technician, seconds) in job.DurationBy)
        {
            Technician(technician, which);
            Amount(seconds, "job.duration", which);
        }
        if (job.Kind != 0 || problem.Kinds.Count > 0) Known(job.Kind, problem.Kinds, "kind", which);
        if (job.Territory is { } territory) Known(territory, problem.Territories, "territory", which);
        foreach (var window in job.Windows) Check(window, which);
        InvalidProblem.If(job.Priority is < 0 or > Problem.Largest, "job.priority", $"The {which} has priority {job.Priority}; 0 to {Problem.Largest} is possible.");
        if (job.Due is { } due) Time(due, which);
        Price(job.LatePerMinute, "job.price", which);
        InvalidProblem.If(job.LatePerMinute > 0 && job.Due is null, "job.due", $"The {which} has a price for lateness but no due time.");
        foreach (var skill in job.Skills) Check(skill, which);
        foreach (var certificate in job.Certificates) Known(certificate, problem.Certificates, "certificate", which);
        foreach (var tool in job.Tools) Known(tool, problem.Tools, "tool", which);
        foreach (var need in job.Parts)
        {
            Check(new PartQuantity(need.Part, need.Quantity), which);
            foreach (var substitute in need.Substitutes ?? []) Known(substitute, problem.Parts, "part", which);
        }
        foreach (var technician in job.PreferredTechnicians.Concat(job.RequiredTechnicians).Concat(job.ExcludedTechnicians)) Technician(technician, which);
        foreach (var role in job.Crew)
        {
            if (role.Duration is { } seconds) Amount(seconds, "job.duration", which);
            foreach (var skill in role.Skills ?? []) Check(skill, which);
            foreach (var certificate in role.Certificates ?? []) Known(certificate, problem.Certificates, "certificate", which);
        }
        if (job.Split is { } split)
        {
            InvalidProblem.If(split.MinPiece < 1 || split.MaxPieces < 1 || split.MaxPieces > 16, "job.split", $"The {which} may be cut into 1 to 16 pieces of at least a second, not {split.MaxPieces} of {split.MinPiece} s.");
            InvalidProblem.If(job.Crew.Count > 0, "job.split", $"The {which} has a crew and cannot be split as well.");
            InvalidProblem.If(job.Lock?.Start is not null, "job.split", $"The {which} is locked to a time and cannot be split as well.");
        }
        if (job.LeaveOutPrice is { } price) Price(price, "job.price", which);
        if (job.Lock is { } locked)
        {
            if (locked.Technician is { } technician) Technician(technician, which);
            if (locked.Start is { } start) Time(start, which);
        }
        if (job.Promise is { } promise)
        {
            Time(promise.From, which);
            Time(promise.To, which);
            InvalidProblem.If(promise.To < promise.From, "promise.order", $"The promise of {which} ends at {promise.To}, before it starts at {promise.From}.");
            if (promise.BreakPrice is { } breakPrice) Price(breakPrice, "job.price", which);
        }
        if (job.Current is { } current)
        {
            Technician(current.Technician, which);
            Time(current.Start, which);
        }
    }

    private static void Check(Window window, string which)
    {
        Time(window.From, which);
        Time(window.To, which);
        InvalidProblem.If(window.To < window.From, "window.order", $"A window of {which} ends at {window.To}, before it starts at {window.From}.");
        Price(window.EarlyPerMinute ?? 0, "window.price", which);
        Price(window.LatePerMinute ?? 0, "window.price", which);
    }

    private void Check(Relation relation)
    {
        Jobs(relation.First);
        Jobs(relation.Second);
        var (first, second) = (problem.Jobs[relation.First].Id, problem.Jobs[relation.Second].Id);
        InvalidProblem.If(relation.First == relation.Second, "relation.self", $"Job {first} is related to itself.");
        InvalidProblem.If(!Enum.IsDefined(relation.Kind), "relation.kind", $"The relation between {first} and {second} is of no known kind.");
        Amount(relation.Gap, "relation.gap", $"relation between {first} and {second}");
    }

    private void Check(Route frozen)
    {
        Technician(frozen.Technician, "frozen plan");
        var technician = problem.Technicians[frozen.Technician];
        InvalidProblem.If((uint)frozen.Shift >= (uint)technician.Shifts.Count, "frozen.unknown", $"The frozen plan names shift {frozen.Shift} of technician {technician.Id}, who has {technician.Shifts.Count}, counted from 0.");
        var shift = technician.Shifts[frozen.Shift];
        foreach (var stop in frozen.Stops)
        {
            var known = stop.Kind switch
            {
                StopKind.Work => problem.Jobs.Count,
                StopKind.Break => shift.Breaks.Count,
                StopKind.Warehouse => problem.Warehouses.Count,
                StopKind.Commitment => shift.Commitments.Count,
                _ => 0,
            };
            InvalidProblem.If((uint)stop.Index >= (uint)known, "frozen.unknown", $"The frozen plan of technician {technician.Id} names {stop.Kind} {stop.Index}; there are {known}, counted from 0.");
            InvalidProblem.If(stop.Kind == StopKind.Work && (uint)stop.Part >= (uint)problem.Jobs[stop.Index].Stops(), "frozen.unknown", $"The frozen plan of technician {technician.Id} names part {stop.Part} of job {problem.Jobs[stop.Index].Id}, which has none such.");
        }
    }

    /// <summary>"Before" must be an order: no job can wait for itself.</summary>
    private void RefuseCycles()
    {
        var after = problem.Relations.Where(r => r.Kind == Order.Before).ToLookup(r => r.First, r => r.Second);
        var state = new byte[problem.Jobs.Count];
        foreach (var root in after.Select(g => g.Key))
        {
            var path = new Stack<(int Job, IEnumerator<int> Next)>();
            if (state[root] == 0) Enter(root);
            while (path.TryPeek(out var top))
            {
                if (!top.Next.MoveNext()) { state[path.Pop().Job] = 2; continue; }
                var next = top.Next.Current;
                InvalidProblem.If(state[next] == 1, "relation.cycle", $"Job {problem.Jobs[next].Id} would have to be done before itself.");
                if (state[next] == 0) Enter(next);
            }

            void Enter(int job)
            {
                state[job] = 1;
                path.Push((job, after[job].GetEnumerator()));
            }
        }
    }

    private static void Unique(string kind, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>();
        foreach (var id in ids) InvalidProblem.If(!seen.Add(id), $"{kind}.duplicate", $"There are two {kind}s with the id {id}.");
    }

    private void Check(Skill skill, string which)
    {
        Known(skill.Id, problem.Skills, "skill", which);
        InvalidProblem.If(skill.Level is < 1 or > 1000, "skill.level", $"The {which} names skill {problem.Skills[skill.Id]} at level {skill.Level}; 1 to 1,000 is possible.");
    }

    private void Check(PartQuantity part, string which)
    {
        Known(part.Part, problem.Parts, "part", which);
        InvalidProblem.If(part.Quantity is < 0 or > Problem.Largest, "part.quantity", $"The {which} names {part.Quantity} of part {problem.Parts[part.Part]}; 0 to {Problem.Largest} is possible.");
    }

    private void Once(IReadOnlyList<PartQuantity> stock, string which)
    {
        for (var i = 1; i < stock.Count; i++)
            InvalidProblem.If(stock.Take(i).Any(s => s.Part == stock[i].Part), "part.twice", $"The {which} lists part {problem.Parts[stock[i].Part]} twice.");
    }

    private static void Known(int index, IReadOnlyList<string> catalogue, string kind, string which) =>
        InvalidProblem.If((uint)index >= (uint)catalogue.Count, $"{kind}.unknown", $"The {which} names {kind} {index}; the problem knows {catalogue.Count} of them, counted from 0.");

    private void Technician(int index, string which) =>
        InvalidProblem.If((uint)index >= (uint)problem.Technicians.Count, "technician.unknown", $"The {which} names technician {index}; there are {problem.Technicians.Count}, counted from 0.");

    private void Jobs(int index) =>
        InvalidProblem.If((uint)index >= (uint)problem.Jobs.Count, "job.unknown", $"A relation names job {index}; there are {problem.Jobs.Count}, counted from 0.");

    private void Place(int? place, string which) =>
        InvalidProblem.If(place is { } p && (uint)p >= (uint)problem.Travel.Places, "place.unknown", $"The {which} names place {place}; there are {problem.Travel.Places}, counted from 0.");

    private static void Time(int time, string which) =>
        InvalidProblem.If(time is < 0 or > Problem.Largest, "time.range", $"The {which} names the time {time}; 0 to {Problem.Largest} seconds from the horizon is possible.");

    private static void Amount(int amount, string code, string which) =>
        InvalidProblem.If(amount is < 0 or > Problem.Largest, code, $"The {which} has {amount} where 0 to {Problem.Largest} is possible.");

    private static void Price(long price, string code, string which) =>
        InvalidProblem.If(price is < 0 or > 1_000_000_000_000, code, $"The {which} has the price {price}; 0 to 1,000,000,000,000 is possible.");
}
