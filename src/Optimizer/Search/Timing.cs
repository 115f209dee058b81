namespace Callout.Optimizer;

/// <summary>
/// Times one tour for every rule that there is, and says what it costs. This is the meaning of a tour; the arena's one-step judgement of plain
/// tours must agree with it. Not for several threads at once: it keeps its tables.
/// </summary>
internal sealed partial class Timing(Model model, Pins pins)
{
    private const int Never = Tour.Never;

    /// <summary>What the van and the warehouses can still give this tour; filled by the caller before <see cref="Run"/> where parts matter.</summary>
    public readonly int[] Van = new int[model.Parts];
    public readonly int[] House = new int[model.Parts * model.Problem.Warehouses.Count];
    public readonly int[] UsedVan = new int[model.Parts];
    public readonly int[] UsedHouse = new int[model.Parts * model.Problem.Warehouses.Count];

    /// <summary>Whether parts and tools are looked at.</summary>
    public bool WithParts { get; set; } = model.Parts > 0 || model.Problem.Tools.Count > 0;

    public Rule Broken { get; private set; }

    /// <summary>The stop, by its position in the tour, at which the tour broke.</summary>
    public int BrokenAt { get; private set; }
    public Cost Cost { get; private set; }

    /// <summary>When the technician arrives at each stop, starts there and ends; the last entry is the tour's end.</summary>
    public int[] Arrive = new int[16], Start = new int[16], End = new int[16];
    public int Leaves { get; private set; }
    public int Returns { get; private set; }
    public long Driven { get; private set; }

    private int[] _legs = new int[16], _last = new int[16], _duration = new int[16];
    private int[] _ready = new int[64];
    private byte[] _how = new byte[64];
    private readonly int[] _early = new int[16], _late = new int[16];
    private int[] _before = new int[16], _after = new int[16];
    private readonly bool[] _tool = new bool[model.Problem.Tools.Count];
    private int _count, _tour, _startPlace, _startTime;
    private Model.Rest[] _breaks = [];

    /// <summary>Times a tour of these stops; false, with <see cref="Broken"/>, if a rule stands against it.</summary>
    public bool Run(int tour, ReadOnlySpan<int> stops)
    {
        (_tour, _count) = (tour, stops.Length);
        (Broken, Cost, Driven) = (Rule.None, Cost.Zero, 0);
        var frozen = model.Frozen[tour].Length > 0;
        _breaks = model.Breaks[tour];
        var idle = stops.Length == 0 && !model.HasFixedRests(tour);
        if (idle && !frozen) return true;
        Room(stops.Length + 2);
        (_startPlace, _startTime) = (model.StartPlace[tour], model.FrozenStart[tour]);
        if (WithParts && !PartsSuffice(stops)) return false;
        Legs(stops);
        if (idle) return GoesHome();
        if (!Place(stops)) return false;
        Schedule(stops, waits: false);
        Cost = Price(stops);
        if (!_mayWait) return true;
        var (cost, leaves) = (Cost, Leaves);
        Latest(stops, model.Latest[tour]);
        Schedule(stops, waits: true);
        Cost = Price(stops);
        if (Cost < cost) return true;
        Schedule(stops, waits: false);
        Cost = Price(stops);
        return true;
    }

    /// <summary>All stops are facts: what remains is the way home, and nothing about it can be held against the tour.</summary>
    private bool GoesHome()
    {
        (Leaves, Returns) = (model.FrozenLeaves[_tour], model.FrozenReturns[_tour]);
        (_before[0], _after[0]) = (0, 0);
        Driven = Drive(_startTime, _legs[0]) - _startTime;
        Cost = Price([]);
        return true;
    }

    private void Room(int count)
    {
        if (_legs.Length <= count)
        {
            var size = count * 2;
            (Arrive, Start, End) = (new int[size], new int[size], new int[size]);
            (_legs, _last, _duration, _before, _after) = (new int[size], new int[size], new int[size], new int[size], new int[size]);
        }
        var states = (count + 1) * (model.Breaks[_tour].Length + 1);
        if (_ready.Length < states) (_ready, _how) = (new int[states * 2], new byte[states * 2]);
    }

    private void Legs(ReadOnlySpan<int> stops)
    {
        var at = _startPlace;
        _mayWait = false;
        for (var k = 0; k < stops.Length; k++)
        {
            _legs[k] = model.Seconds(at, model.Place[stops[k]]);
            _duration[k] = model.Duration(stops[k], _tour);
            _mayWait |= model.MayWait[stops[k]];
            at = model.Place[stops[k]];
        }
        _legs[stops.Length] = model.Seconds(at, model.EndPlace[_tour]);
    }

    private bool _mayWait;

    private int Drive(int departs, int leg) => model.Drive(departs, leg);

    private int DriveBack(int arrives, int leg) => model.Problem.Travel.Profile is { } profile && leg > 0 ? profile.Departure(arrives, leg) : arrives - leg;

    /// <summary>Decides in which gap each break is taken, so that every stop can be reached as early as possible; false if some cannot be.</summary>
    private bool Place(ReadOnlySpan<int> stops)
    {
        var breaks = _breaks.Length;
        var states = breaks + 1;
        var ready = _ready.AsSpan();
        ready[0] = _startTime;
        ready.Slice(1, breaks).Fill(Never);
        Span<int> gap = stackalloc int[2 * states];
        for (var k = 0; k <= stops.Length; k++)
        {
            var from = ready.Slice(k * states, states);
            var to = ready.Slice((k + 1) * states, states);
            var any = false;
            for (var j = 0; j < states; j++)
            {
                byte how = 0;
                var here = from[j];
                if (j > 0 && Rest(gap[j - 1], j - 1) is var rested && rested < here) (here, how) = (rested, 1);
                gap[j] = here;
                var there = here >= Never ? Never : Drive(here, _legs[k]);
                if (j > 0 && Rest(gap[states + j - 1], j - 1) is var restedThere && restedThere < there) (there, how) = (restedThere, (byte)(how | 2));
                gap[states + j] = there;
                _how[k * states + j] = how;
                to[j] = there >= Never ? Never : k == stops.Length ? (there <= model.Latest[_tour] ? there : Never) : Enter(stops[k], k, there);
                any |= to[j] < Never;
            }
            if (!any) return Fail(Blame(stops, k), Math.Min(k, stops.Length - 1));
        }
        if (ready[(stops.Length + 1) * states + breaks] >= Never) return Fail(Rule.Break, stops.Length - 1);
        Trace(stops.Length, states);
        return true;
    }

    private int Rest(int time, int index)
    {
        if (time >= Never) return Never;
        var start = Math.Max(time, _breaks[index].From);
        return start <= _breaks[index].To ? start + _breaks[index].Length : Never;
    }

    private int Enter(int stop, int k, int arrives)
    {
        var start = model.FirstStart(stop, Math.Max(arrives, pins.From[stop]));
        if (start > pins.To[stop] || start >= Never) return Never;
        var end = start + _duration[k];
        return model.Expires[stop] && end > model.MustEnd(stop, _tour) ? Never : end;
    }

    private bool Fail(Rule rule, int at)
    {
        (Broken, BrokenAt) = (rule, Math.Max(0, at));
        return false;
    }

    private Rule Blame(ReadOnlySpan<int> stops, int k)
    {
        if (k == stops.Length) return model.Latest[_tour] > model.To[_tour] ? Rule.Overtime : Rule.Shift;
        var stop = stops[k];
        if (model.JobOf[stop] < 0) return model.IsWarehouse(stop) ? Rule.Part : Rule.Commitment;
        if (pins.To[stop] < model.Close[stop] || pins.From[stop] > model.Open[stop]) return Rule.Crew;
        var job = model.Jobs[model.JobOf[stop]];
        if (model.Expires[stop]) return Rule.Certificate;
        if (job.Lock?.Start is not null) return Rule.Locked;
        return job.Promise is { BreakPrice: null } promise && promise.To <= model.Close[stop] ? Rule.Promise : Rule.Window;
    }

    private void Trace(int count, int states)
    {
        var j = states - 1;
        for (var k = count; k >= 0; k--)
        {
            (_before[k], _after[k]) = (0, 0);
            while ((_how[k * states + j] & 2) != 0) { _after[k]++; j--; }
            while ((_how[k * states + j] & 1) != 0) { _before[k]++; j--; }
        }
    }

    /// <summary>Fixes all times: as early as possible, or waiting where a later start is cheaper and nothing is broken by it.</summary>
    private void Schedule(ReadOnlySpan<int> stops, bool waits)
    {
        Forward(stops, _startTime, waits);
        if (model.Fold.Uses(Measure.Duration) && model.Frozen[_tour].Length == 0)
        {
            Latest(stops, Returns);
            Forward(stops, Math.Max(_startTime, Leaves), waits: false);
        }
        else if (model.Frozen[_tour].Length > 0) Leaves = model.FrozenLeaves[_tour];
        else
        {
            Driven -= Driving(0, 0, _startTime);
            Leaves = Math.Max(_startTime, LatestDeparture(0, stops.Length > 0 ? Start[0] : Returns));
            Driven += Driving(0, 0, Leaves);
            if (stops.Length > 0) Arrive[0] = FirstArrival();
        }
    }

    private int FirstArrival()
    {
        var time = Leaves;
        for (var b = 0; b < _before[0]; b++) time = Math.Max(time, _breaks[b].From) + _breaks[b].Length;
        time = Drive(time, _legs[0]);
        for (var b = _before[0]; b < _before[0] + _after[0]; b++) time = Math.Max(time, _breaks[b].From) + _breaks[b].Length;
        return time;
    }

    /// <summary>Seconds on the road in a gap that begins then: the drive counts where, of the gaps between the rests there, the first one holds it.</summary>
    private int Driving(int gap, int rest, int time)
    {
        for (var b = 0; b < _before[gap]; b++, rest++)
        {
            var start = Math.Max(time, _breaks[rest].From);
            if (Drive(time, _legs[gap]) <= start) break;
            time = start + _breaks[rest].Length;
        }
        return Drive(time, _legs[gap]) - time;
    }

    private void Forward(ReadOnlySpan<int> stops, int time, bool waits)
    {
        var rest = 0;
        Driven = 0;
        Leaves = time;
        for (var k = 0; k <= stops.Length; k++)
        {
            Driven += Driving(k, rest, time);
            for (var b = 0; b < _before[k]; b++) time = Math.Max(time, _breaks[rest].From) + _breaks[rest++].Length;
            time = Drive(time, _legs[k]);
            for (var b = 0; b < _after[k]; b++) time = Math.Max(time, _breaks[rest].From) + _breaks[rest++].Length;
            if (k == stops.Length) { Returns = time; break; }
            var stop = stops[k];
            var start = model.FirstStart(stop, Math.Max(time, pins.From[stop]));
            if (waits && model.MayWait[stop]) start = model.LastStart(stop, Math.Max(start, Math.Min(_last[k], model.GoodStart(stop, start, _tour))));
            (Arrive[k], Start[k], End[k]) = (time, start, start + _duration[k]);
            time = End[k];
        }
    }

    /// <summary>The latest start of each stop that lets the tour be over at <paramref name="returns"/>, and the latest leave.</summary>
    private void Latest(ReadOnlySpan<int> stops, int returns)
    {
        var bound = returns;
        var rest = _breaks.Length;
        for (var k = stops.Length; k >= 0; k--)
        {
            for (var b = 0; b < _after[k]; b++) bound = Math.Min(_breaks[--rest].To, bound - _breaks[rest].Length);
            bound = DriveBack(bound, _legs[k]);
            for (var b = 0; b < _before[k]; b++) bound = Math.Min(_breaks[--rest].To, bound - _breaks[rest].Length);
            if (k == 0) break;
            var stop = stops[k - 1];
            bound = Math.Min(bound - _duration[k - 1], pins.To[stop]);
            if (model.Expires[stop]) bound = Math.Min(bound, model.MustEnd(stop, _tour) - _duration[k - 1]);
            _last[k - 1] = bound = model.LastStart(stop, bound);
        }
        Leaves = bound;
    }

    private int LatestDeparture(int gap, int bound)
    {
        var rest = _before[gap] + _after[gap];
        for (var b = 0; b < _after[gap]; b++) bound = Math.Min(_breaks[--rest].To, bound - _breaks[rest].Length);
        bound = DriveBack(bound, _legs[gap]);
        for (var b = 0; b < _before[gap]; b++) bound = Math.Min(_breaks[--rest].To, bound - _breaks[rest].Length);
        return bound;
    }

    private Cost Price(ReadOnlySpan<int> stops)
    {
        var technician = model.TechnicianOf[_tour];
        var cost = Model.Times(model.SecondWeight[technician], Driven);
        if (model.MetreWeight[technician] != Cost.Zero) cost += Model.Times(model.MetreWeight[technician], Metres(stops));
        long busy = Driven;
        foreach (var rest in _breaks)
        {
            if (!rest.Commitment) continue;
            busy += rest.Length;
            cost += Model.Times(model.WorkWeight[technician], rest.Length);
        }
        for (var k = 0; k < stops.Length; k++)
        {
            busy += _duration[k];
            cost += model.JobOf[stops[k]] >= 0 ? model.Standing(stops[k], _tour) : Model.Times(model.WorkWeight[technician], _duration[k]);
            if (model.Rich[stops[k]] && model.JobOf[stops[k]] >= 0) cost += model.PriceOf(stops[k], _tour, Start[k], End[k]);
        }
        return cost + model.PriceOfTour(_tour, Leaves, Returns, busy);
    }

    private long Metres(ReadOnlySpan<int> stops)
    {
        long metres = 0;
        var at = _startPlace;
        foreach (var stop in stops)
        {
            metres += model.Metres(at, model.Place[stop]);
            at = model.Place[stop];
        }
        return metres + model.Metres(at, model.EndPlace[_tour]);
    }

    /// <summary>Reckons only what a tour takes from the van and the warehouses.</summary>
    public bool TakeParts(int tour, ReadOnlySpan<int> stops)
    {
        _tour = tour;
        return PartsSuffice(stops);
    }

    /// <summary>Walks along the tour with the van's stock, filling up at warehouses.</summary>
    private bool PartsSuffice(ReadOnlySpan<int> stops)
    {
        Array.Clear(UsedVan);
        Array.Clear(UsedHouse);
        Array.Clear(_tool);
        Span<int> visited = stackalloc int[8];
        var houses = 0;
        foreach (var house in model.FrozenHouses[_tour]) Visit(house, visited, ref houses);
        for (var k = 0; k < stops.Length; k++)
        {
            var stop = stops[k];
            if (model.IsWarehouse(stop))
            {
                Visit(stop - model.FirstWarehouse, visited, ref houses);
                continue;
            }
            foreach (var tool in model.ToolsOf(stop))
                if (!_tool[tool] && !model.HasTool(model.TechnicianOf[_tour], tool)) return Fail(Rule.Tool, k);
            foreach (var need in model.NeedsOf(stop))
                if (!Take(need.Part, need.Quantity, visited[..houses]) && !TakeSubstitute(need, visited[..houses])) return Fail(Rule.Part, k);
        }
        return true;
    }

    private void Visit(int house, Span<int> visited, ref int count)
    {
        if (count < visited.Length) visited[count++] = house;
        for (var tool = 0; tool < _tool.Length; tool++) _tool[tool] |= model.HoldsTool(house, tool);
    }

    private bool TakeSubstitute(PartNeed need, ReadOnlySpan<int> houses)
    {
        foreach (var substitute in need.Substitutes ?? [])
            if (Take(substitute, need.Quantity, houses)) return true;
        return false;
    }

    private bool Take(int part, int quantity, ReadOnlySpan<int> houses)
    {
        for (var h = houses.Length - 1; h >= 0; h--)
        {
            var at = houses[h] * model.Parts + part;
            if (model.WarehouseStock(houses[h], part) == 0) continue;
            if (House[at] - UsedHouse[at] < quantity) return false;
            UsedHouse[at] += quantity;
            return true;
        }
        if (Van[part] - UsedVan[part] < quantity) return false;
        UsedVan[part] += quantity;
        return true;
    }

    /// <summary>Where each break of the tour last timed was taken: in which gap, from when.</summary>
    public IEnumerable<(int Gap, Model.Rest Taken, int Start)> Rests()
    {
        var rest = 0;
        for (var k = 0; k <= _count; k++)
        {
            var time = k > 0 ? End[k - 1] : model.Frozen[_tour].Length > 0 ? _startTime : Leaves;
            for (var b = 0; b < _before[k]; b++)
            {
                var start = Math.Max(time, _breaks[rest].From);
                yield return (k, _breaks[rest], start);
                time = start + _breaks[rest++].Length;
            }
            time = Drive(time, _legs[k]);
            for (var b = 0; b < _after[k]; b++)
            {
                var start = Math.Max(time, _breaks[rest].From);
                yield return (k, _breaks[rest], start);
                time = start + _breaks[rest++].Length;
            }
        }
    }
}
