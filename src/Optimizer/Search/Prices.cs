namespace Callout.Optimizer;

/// <summary>What times cost: the measures of an objective, stop by stop and tour by tour.</summary>
internal sealed partial class Model
{
    /// <summary>Whether a later start than the first possible one can be cheaper.</summary>
    public bool[] MayWait { get; private set; } = [];

    /// <summary>Whether a certificate asked for can run out within the horizon.</summary>
    public bool[] Expires { get; private set; } = [];

    private Window[]?[] _windows = [];

    private void ReadTimes()
    {
        MayWait = new bool[Stops];
        Expires = new bool[Stops];
        _windows = new Window[]?[Stops];
        for (var stop = 0; stop < Work; stop++) ReadTime(stop);
    }

    private void ReadTime(int stop)
    {
        var job = Jobs[JobOf[stop]];
        Expires[stop] = CertificatesOf(stop).Any(CanExpire);
        _windows[stop] = job.Windows.Count > 1 || job.Windows.Any(w => w.EarlyPerMinute is not null || w.LatePerMinute is not null) ? [.. job.Windows.OrderBy(w => w.From)] : null;
        MayWait[stop] = job.Windows.Any(w => w.EarlyPerMinute > 0) || job.Promise is { BreakPrice: > 0 }
            || PartOf[stop] == 0 && job.Current is not null && (Fold.Uses(Measure.ChangedTime) || Fold.Uses(Measure.Moved));
    }

    /// <summary>Asks what would be if a job were another one with as many stops; returns the one it was. Prices keep the weights of the problem.</summary>
    public Job Swap(int job, Job other)
    {
        var before = Jobs[job];
        Jobs[job] = other;
        AddWork(job);
        (_tools[job], _needs[job], _requires[job]) = ([.. other.Tools], [.. other.Parts], Requires(other));
        for (var stop = FirstStop[job]; stop < FirstStop[job + 1]; stop++)
        {
            Rich[stop] |= !Alone[job];
            ReadTime(stop);
            ReadTimePrice(stop);
        }
        return before;
    }

    /// <summary>The first start at <paramref name="time"/> or later that no hard window forbids; <see cref="Tour.Never"/> if there is none.</summary>
    public int FirstStart(int stop, int time)
    {
        time = Math.Max(time, Open[stop]);
        if (time > Close[stop]) return Tour.Never;
        if (_windows[stop] is not { } windows) return time;
        var first = Tour.Never;
        foreach (var window in windows)
        {
            var start = window.EarlyPerMinute is null ? Math.Max(time, window.From) : time;
            if (start <= Close[stop] && (window.LatePerMinute is not null || start <= window.To)) first = Math.Min(first, start);
        }
        return first;
    }

    /// <summary>The last start at <paramref name="time"/> or before that no hard window forbids; minus <see cref="Tour.Never"/> if there is none.</summary>
    public int LastStart(int stop, int time)
    {
        time = Math.Min(time, Close[stop]);
        if (time < Open[stop]) return -Tour.Never;
        if (_windows[stop] is not { } windows) return time;
        var last = -Tour.Never;
        foreach (var window in windows)
        {
            var start = window.LatePerMinute is null ? Math.Min(time, window.To) : time;
            if (start >= Open[stop] && (window.EarlyPerMinute is not null || start >= window.From)) last = Math.Max(last, start);
        }
        return last;
    }

    /// <summary>The start at <paramref name="time"/> or later that would cost this stop least by itself.</summary>
    public int GoodStart(int stop, int time, int tour)
    {
        var job = Jobs[JobOf[stop]];
        var (best, price) = (time, PriceOf(stop, tour, time, time));
        if (job.Current is { } current && PartOf[stop] == 0) Try(current.Start);
        if (job.Promise is { } promise) Try(promise.From);
        if (_windows[stop] is { } windows) foreach (var window in windows) Try(window.From);
        return best;

        void Try(int start)
        {
            if (start <= time || FirstStart(stop, start) != start) return;
            var other = PriceOf(stop, tour, start, start);
            if (other < price) (best, price) = (start, other);
        }
    }

    /// <summary>By when the work of a stop must be over because a certificate ends.</summary>
    public int MustEnd(int stop, int tour)
    {
        var end = int.MaxValue;
        foreach (var certificate in CertificatesOf(stop)) end = Math.Min(end, _certificate[TechnicianOf[tour]][certificate]);
        return end;
    }

    /// <summary>What the time of a stop costs.</summary>
    public Cost PriceOf(int stop, int tour, int start, int end)
    {
        var job = Jobs[JobOf[stop]];
        var cost = Cost.Zero;
        if (_windows[stop] is { } windows && (PartOf[stop] == 0 || PiecesOf[stop] > 1)) cost += Times(Fold.Weight(Measure.SoftWindows), Outside(windows, start));
        if (job.LatePerMinute > 0 && end > job.Due && PartOf[stop] == (PiecesOf[stop] > 1 ? PiecesOf[stop] - 1 : 0))
            cost += Times(Fold.Weight(Measure.SlaLateness), job.LatePerMinute * Minutes(end - job.Due!.Value));
        if (PartOf[stop] != 0) return cost;
        if (job.Promise is { BreakPrice: { } price } promise && (start < promise.From || start > promise.To)) cost += Times(Fold.Weight(Measure.PromisesBroken), price);
        cost += Times(Fold.Weight(Measure.Earliest), start / 60);
        if (job.Current is not { } current) return cost;
        cost += Times(Fold.Weight(Measure.ChangedTime), Math.Abs(start - current.Start) / 60);
        return current.Technician == TechnicianOf[tour] && current.Start == start ? cost : cost + Fold.Weight(Measure.Moved);
    }

    private static long Outside(Window[] windows, int start)
    {
        var least = long.MaxValue;
        foreach (var window in windows)
        {
            if (start < window.From ? window.EarlyPerMinute is null : start > window.To && window.LatePerMinute is null) continue;
            var price = start < window.From ? window.EarlyPerMinute!.Value * Minutes(window.From - start)
                : start > window.To ? window.LatePerMinute!.Value * Minutes(start - window.To) : 0;
            least = Math.Min(least, price);
        }
        return least == long.MaxValue ? 0 : least;
    }

    private static long Minutes(int seconds) => (seconds + 59L) / 60;

    /// <summary>What a tour costs as a whole, beside its way and its stops; an empty one costs nothing.</summary>
    public Cost PriceOfTour(int tour, int leaves, int returns, long busy)
    {
        var cost = Cost.Zero;
        busy += FrozenBusy[tour];
        var overtime = Math.Max(0, returns - To[tour]);
        if (overtime > 0)
            cost += Times(Fold.Weight(Measure.Overtime), overtime) + Times(Fold.Weight(Measure.Cost), Technicians[TechnicianOf[tour]].PerOvertimeMinute * 60_000 * overtime);
        if (Fold.Uses(Measure.Duration)) cost += Times(Fold.Weight(Measure.Duration), returns - leaves);
        if (Fold.Uses(Measure.Imbalance)) cost += Times(Fold.Weight(Measure.Imbalance), busy / 60 * (busy / 60));
        if (!Fold.Uses(Measure.ReserveShort) || ShiftAt(tour).Reserve == 0) return cost;
        long idle = To[tour] - From[tour];
        foreach (var rest in ShiftAt(tour).Breaks) idle -= rest.Length;
        var reserve = ShiftAt(tour).Reserve;
        return cost + Times(Fold.Weight(Measure.ReserveShort), Math.Max(0, reserve - (idle - busy)) - Math.Max(0, reserve - idle));
    }

    /// <summary>From when to when a day lasts.</summary>
    public (int Begins, int Ends) Day(int day)
    {
        var starts = Problem.DayStarts;
        if (starts.Count == 0) return (day * 86_400, (day + 1) * 86_400);
        return (day == 0 ? 0 : starts[day - 1], day < starts.Count ? starts[day] : int.MaxValue / 2);
    }

    private int[] _houseStock = [];
    private bool[] _houseTool = [];
    private int[][] _tools = [];
    private PartNeed[][] _needs = [];

    /// <summary>Tools that must be there for a stop, and parts that it uses up.</summary>
    public int[] ToolsOf(int stop) => BringsParts(stop) ? _tools[JobOf[stop]] : [];
    public PartNeed[] NeedsOf(int stop) => BringsParts(stop) ? _needs[JobOf[stop]] : [];
    public bool HoldsTool(int warehouse, int tool) => _houseTool[warehouse * Problem.Tools.Count + tool];

    public int WarehouseStock(int warehouse, int part) => _houseStock[warehouse * Parts + part];

    private void ReadWarehouses()
    {
        _houseStock = new int[Problem.Warehouses.Count * Parts];
        for (var w = 0; w < Problem.Warehouses.Count; w++)
            foreach (var stock in Problem.Warehouses[w].Stock) _houseStock[w * Parts + stock.Part] = stock.Quantity;
        _houseTool = new bool[Problem.Warehouses.Count * Problem.Tools.Count];
        for (var w = 0; w < Problem.Warehouses.Count; w++) foreach (var tool in Problem.Warehouses[w].Tools) _houseTool[w * Problem.Tools.Count + tool] = true;
        _tools = [.. Jobs.Select(j => j.Tools.ToArray())];
        _needs = [.. Jobs.Select(j => j.Parts.ToArray())];
        AmpleSupply = Problem.Warehouses.Count > 0 && _houseStock.All(q => q is 0 or int.MaxValue) && Jobs.All(j => j.Parts.All(p => p.Substitutes is not { Count: > 0 }));
        PlainTime = new bool[Stops];
        for (var stop = 0; stop < Stops; stop++)
            PlainTime[stop] = JobOf[stop] < 0 || Alone[JobOf[stop]] && !Expires[stop] && !MayWait[stop] && _windows[stop] is null && !PricesTime(Jobs[JobOf[stop]]);
    }

    /// <summary>Stops and tours of which the price depends on when they happen.</summary>
    public bool[] TimePriced { get; private set; } = [];
    public bool[] TimePricedTour { get; private set; } = [];

    private void ReadTimePrices()
    {
        TimePriced = new bool[Stops];
        for (var stop = 0; stop < Work; stop++) ReadTimePrice(stop);
        TimePricedTour = new bool[Tours];
        for (var tour = 0; tour < Tours; tour++)
            TimePricedTour[tour] = Problem.Travel.Profile is not null || Fold.Uses(Measure.Duration) || Fold.Uses(Measure.Imbalance)
                || Fold.Uses(Measure.ReserveShort) && ShiftAt(tour).Reserve > 0
                || Latest[tour] > To[tour] && (Fold.Uses(Measure.Overtime) || Fold.Uses(Measure.Cost) && Technicians[TechnicianOf[tour]].PerOvertimeMinute > 0);
    }

    private void ReadTimePrice(int stop)
    {
        var job = Jobs[JobOf[stop]];
        TimePriced[stop] = MayWait[stop] || PricesTime(job) || Fold.Uses(Measure.SoftWindows) && job.Windows.Any(w => w.EarlyPerMinute > 0 || w.LatePerMinute > 0);
    }

    /// <summary>No part or tool of this stop could come from a warehouse or be replaced by another.</summary>
    public bool TakesOnlyFromVan(int stop)
    {
        foreach (var need in NeedsOf(stop)) if (!PlainPart[need.Part]) return false;
        foreach (var tool in ToolsOf(stop)) for (var house = 0; house < Problem.Warehouses.Count; house++) if (HoldsTool(house, tool)) return false;
        return true;
    }

    /// <summary>No warehouse can run out and nothing stands in for anything else, so that a visit settles all needs after it.</summary>
    public bool AmpleSupply { get; private set; }

    /// <summary>Stops of which only the one window of their start matters.</summary>
    public bool[] PlainTime { get; private set; } = [];

    private bool PricesTime(Job job) =>
        Fold.Uses(Measure.SlaLateness) && job.LatePerMinute > 0 || Fold.Uses(Measure.Earliest) || job.Promise?.BreakPrice is not null
        || job.Current is not null && (Fold.Uses(Measure.ChangedTime) || Fold.Uses(Measure.Moved));

    /// <summary>Tours that cost what they last and drive, beside what their stops cost anywhere on them.</summary>
    public bool LastsOnly(int tour) =>
        Breaks[tour].Length == 0 && Problem.Travel.Profile is null && Frozen[tour].Length == 0 && !Fold.Uses(Measure.Imbalance)
        && !(Fold.Uses(Measure.ReserveShort) && ShiftAt(tour).Reserve > 0) && MetreWeight[TechnicianOf[tour]] == Cost.Zero
        && !(Latest[tour] > To[tour] && (Fold.Uses(Measure.Overtime) || Fold.Uses(Measure.Cost) && Technicians[TechnicianOf[tour]].PerOvertimeMinute > 0))
        && SecondWeight[TechnicianOf[tour]].High == 0 && Fold.Weight(Measure.Duration) is { High: 0 };
}
