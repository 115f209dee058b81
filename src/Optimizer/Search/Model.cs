namespace Callout.Optimizer;

/// <summary>
/// A problem as flat arrays. Stops are numbered: first the work of each job (one per crew member or piece), then commitments at a
/// place, then warehouses. Tours are the shifts of all technicians. Place 0 is nowhere: no way to it, none from it.
/// </summary>
internal sealed partial class Model
{
    public readonly Problem Problem;
    public readonly Folding Fold;
    public readonly Technician[] Technicians;
    public readonly Job[] Jobs;

    // Work, by stop.
    public readonly int Work;
    public readonly int[] JobOf, PartOf, PiecesOf, Place, BaseDuration, Open, Close;
    /// <summary>Stops whose time cannot be judged in one step: several or soft windows, prices on time, parts or tools from a warehouse, expiring certificates.</summary>
    public readonly bool[] Rich;
    public readonly int[] FirstStop;

    // Jobs.
    public readonly Cost[] LeftOut;
    public readonly int[][] RelationsOf;
    /// <summary>One stop and no relation: it can be placed without a thought for any other tour.</summary>
    public readonly bool[] Alone;

    // Commitments and warehouses.
    public readonly int Commitments;
    public readonly int[] CommitmentTour, CommitmentIndex;
    public readonly int FirstWarehouse, Stops;

    // Tours.
    public readonly int Tours;
    public readonly int[] TechnicianOf, ShiftOf, From, To, Latest, StartPlace, EndPlace, FirstTour;
    public readonly Rest[][] Breaks;
    /// <summary>The stops at the head of each tour that are facts, in the plan's own words, and from when and where the rest goes on.</summary>
    public readonly Stop[][] Frozen;
    public readonly int[] FrozenStart;
    /// <summary>When a tour that is under way left, when it is over if nothing is added to it, and the seconds driven and worked so far.</summary>
    public readonly int[][] FrozenHouses;
    public readonly int[] FrozenLeaves, FrozenReturns, FrozenBusy;
    public readonly bool[] FrozenStop;
    public readonly bool[] RichTour;

    // Parts.
    public readonly int Parts;
    public readonly bool[] PlainPart;
    public readonly int[] PlainParts;

    /// <summary>What a second and a metre on the road weigh for each technician, and a second of work; all in <see cref="Cost.Low"/> on plain tours.</summary>
    public readonly Cost[] SecondWeight, MetreWeight, WorkWeight;

    private readonly int[][] _level, _certificate;
    private readonly bool[][] _tool, _territory;
    private readonly bool _uniform;
    private readonly int[]? _seconds;
    private readonly int _places;
    private readonly Travel _travel;
    private readonly bool[] _requires, _toolAnywhere;
    private readonly Skill[][] _skills;
    private readonly int[][] _certificates;
    private readonly int[] _vanStock;

    /// <summary>A break, or a commitment that needs no place and so is one: it happens beside a drive.</summary>
    internal readonly record struct Rest(int From, int To, int Length, int Index, bool Commitment);

    public Model(Problem problem)
    {
        Problem = problem.Checked();
        Fold = new Folding(problem);
        Technicians = [.. problem.Technicians];
        Jobs = [.. problem.Jobs];
        _travel = problem.Travel;
        _places = _travel.Places + 1;
        _seconds = _places <= 1600 ? Table() : null;
        Symmetric = _seconds is not null && IsSymmetric(_seconds, _places);

        // Tours
        Tours = Technicians.Sum(t => t.Shifts.Count);
        (TechnicianOf, ShiftOf, From, To, Latest, StartPlace, EndPlace) = (new int[Tours], new int[Tours], new int[Tours], new int[Tours], new int[Tours], new int[Tours], new int[Tours]);
        (Breaks, Frozen, FrozenStart, RichTour) = (new Rest[Tours][], new Stop[Tours][], new int[Tours], new bool[Tours]);
        FrozenHouses = new int[Tours][];
        Array.Fill(FrozenHouses, []);
        (FrozenLeaves, FrozenReturns, FrozenBusy) = (new int[Tours], new int[Tours], new int[Tours]);
        FirstTour = new int[Technicians.Length + 1];
        for (int t = 0, r = 0; t < Technicians.Length; t++)
        {
            FirstTour[t] = r;
            for (var s = 0; s < Technicians[t].Shifts.Count; s++, r++) AddTour(r, t, s);
            FirstTour[t + 1] = r;
        }

        // Stops
        FirstStop = new int[Jobs.Length + 1];
        for (var j = 0; j < Jobs.Length; j++) FirstStop[j + 1] = FirstStop[j] + 1 + Jobs[j].Crew.Count + (Pieces(Jobs[j]) - 1);
        Work = FirstStop[^1];
        var commitments = (from r in Enumerable.Range(0, Tours)
                           from c in ShiftAt(r).Commitments.Select((c, i) => (c, i))
                           where c.c.Place is not null
                           select (Tour: r, c.i, c.c)).ToArray();
        Commitments = commitments.Length;
        CommitmentTour = [.. commitments.Select(c => c.Tour)];
        CommitmentIndex = [.. commitments.Select(c => c.i)];
        FirstWarehouse = Work + Commitments;
        Stops = FirstWarehouse + problem.Warehouses.Count;
        (JobOf, PartOf, PiecesOf, Place, BaseDuration, Open, Close) = (new int[Stops], new int[Stops], new int[Stops], new int[Stops], new int[Stops], new int[Stops], new int[Stops]);
        Rich = new bool[Stops];
        FrozenStop = new bool[Stops];
        _skills = new Skill[Stops][];
        _certificates = new int[Stops][];
        Array.Fill(_skills, []);
        Array.Fill(_certificates, []);
        _vanStock = new int[Technicians.Length * problem.Parts.Count];
        for (var t = 0; t < Technicians.Length; t++) foreach (var stock in Technicians[t].Stock) _vanStock[t * problem.Parts.Count + stock.Part] += stock.Quantity;
        _toolAnywhere = [.. Enumerable.Range(0, problem.Tools.Count).Select(t => problem.Warehouses.Any(w => w.Tools.Contains(t)))];
        Parts = problem.Parts.Count;
        PlainPart = new bool[Parts];
        Array.Fill(PlainPart, true);
        foreach (var warehouse in problem.Warehouses) foreach (var stock in warehouse.Stock) PlainPart[stock.Part] = false;
        foreach (var need in Jobs.SelectMany(j => j.Parts))
            if (need.Substitutes is { Count: > 0 })
            {
                PlainPart[need.Part] = false;
                foreach (var substitute in need.Substitutes) PlainPart[substitute] = false;
            }
        PlainParts = [.. Jobs.SelectMany(j => j.Parts).Where(p => PlainPart[p.Part]).Select(p => p.Part).Distinct().Order()];
        for (var j = 0; j < Jobs.Length; j++) AddWork(j);
        for (var c = 0; c < Commitments; c++)
        {
            var stop = Work + c;
            JobOf[stop] = -1;
            PartOf[stop] = commitments[c].i;
            Place[stop] = commitments[c].c.Place!.Value + 1;
            Open[stop] = Close[stop] = commitments[c].c.From;
            BaseDuration[stop] = commitments[c].c.To - commitments[c].c.From;
        }
        for (var w = 0; w < problem.Warehouses.Count; w++)
        {
            var stop = FirstWarehouse + w;
            JobOf[stop] = -1;
            Place[stop] = problem.Warehouses[w].Place + 1;
            (Open[stop], Close[stop], BaseDuration[stop]) = (Math.Max(problem.Warehouses[w].Opens, Now), Math.Min(problem.Warehouses[w].Closes, int.MaxValue / 4), problem.Warehouses[w].Duration);
            Rich[stop] = true;
        }

        // Jobs
        RelationsOf = new int[Jobs.Length][];
        var relations = problem.Relations.SelectMany((r, i) => new[] { (Job: r.First, i), (Job: r.Second, i) }).ToLookup(p => p.Job, p => p.i);
        for (var j = 0; j < Jobs.Length; j++) RelationsOf[j] = [.. relations[j]];
        AlikeTechnicians = Jobs.All(j => j.RequiredTechnicians.Count + j.ExcludedTechnicians.Count + j.PreferredTechnicians.Count + j.DurationBy.Count + j.Crew.Count == 0 && j.Lock is null && j.Current is null);
        Alone = [.. Enumerable.Range(0, Jobs.Length).Select(j => FirstStop[j + 1] - FirstStop[j] == 1 && RelationsOf[j].Length == 0)];
        for (var stop = 0; stop < Work; stop++) Rich[stop] |= !Alone[JobOf[stop]];
        LeftOut = [.. Jobs.Select(PriceOfLeavingOut)];
        (_level, _certificate, _tool, _territory, _uniform) = Abilities();
        _requires = [.. Jobs.Select(Requires)];

        var costs = Fold.Weight(Measure.Cost);
        var second = Fold.Weight(Measure.TravelTime);
        var metre = Fold.Weight(Measure.Distance);
        SecondWeight = [.. Technicians.Select(t => second + Times(costs, t.PerHour * 1000))];
        MetreWeight = [.. Technicians.Select(t => metre + Times(costs, t.PerKilometre * 3600))];
        WorkWeight = [.. Technicians.Select(t => Times(costs, t.PerHour * 1000))];
        for (var r = 0; r < Tours; r++) RichTour[r] |= TourIsRich(r);
        ReadFrozen();
        ReadTimes();
        ReadWarehouses();
        ReadTimePrices();
    }

    private static bool Requires(Job job) =>
        job.Skills.Count + job.Certificates.Count + job.Tools.Count + job.RequiredTechnicians.Count + job.ExcludedTechnicians.Count + job.Crew.Count + job.Parts.Count > 0
        || job.Territory is not null || job.Lock?.Technician is not null;

    /// <summary>No job names a technician, so that two of equal ability are as good as each other.</summary>
    public bool AlikeTechnicians { get; private set; }

    /// <summary>The way takes as long back as forth, everywhere.</summary>
    public bool Symmetric { get; }
    public int Places => _places;

    public Shift ShiftAt(int tour) => Technicians[TechnicianOf[tour]].Shifts[ShiftOf[tour]];
    public Job? JobAt(int stop) => JobOf[stop] < 0 ? null : Jobs[JobOf[stop]];
    public bool IsWarehouse(int stop) => stop >= FirstWarehouse;

    /// <summary>Seconds on free roads.</summary>
    public int Seconds(int from, int to) =>
        _seconds is not null ? _seconds[from * _places + to] : from == 0 || to == 0 || from == to ? 0 : _travel.Seconds(from - 1, to - 1);

    public int Metres(int from, int to) => from == 0 || to == 0 || from == to ? 0 : _travel.Metres(from - 1, to - 1);

    public static Cost Times(Cost cost, long times) => new(cost.High * times, cost.Low * times);

    /// <summary>How many stops a job has: one for each member of its crew, or for each piece.</summary>
    public int StopCount(int job) => FirstStop[job + 1] - FirstStop[job];

    public static int Pieces(Job job) => job.Split is { } split ? Math.Clamp(job.Duration / split.MinPiece, 1, split.MaxPieces) : 1;

    /// <summary>Seconds that the work of a stop takes on a tour.</summary>
    public int Duration(int stop, int tour) => _uniform || JobOf[stop] < 0 ? BaseDuration[stop] : DurationOf(stop, TechnicianOf[tour]);

    private int DurationOf(int stop, int technician)
    {
        var job = Jobs[JobOf[stop]];
        if (job.DurationBy.TryGetValue(technician, out var seconds) && (PiecesOf[stop] > 1 || PartOf[stop] == 0 || job.Crew[PartOf[stop] - 1].Duration is null))
            return PiecesOf[stop] > 1 ? Piece(seconds, PiecesOf[stop], PartOf[stop]) : seconds;
        var percents = Technicians[technician].DurationPercent;
        return job.Kind < percents.Count ? (int)(((long)BaseDuration[stop] * percents[job.Kind] + 99) / 100) : BaseDuration[stop];
    }

    private static int Piece(int seconds, int pieces, int piece) => seconds / pieces + (piece < seconds % pieces ? 1 : 0);

    private void AddTour(int tour, int technician, int index)
    {
        var who = Technicians[technician];
        var shift = who.Shifts[index];
        (TechnicianOf[tour], ShiftOf[tour], From[tour], To[tour], Latest[tour]) = (technician, index, shift.From, shift.To, shift.To + shift.OvertimeLimit);
        StartPlace[tour] = (shift.StartPlace ?? who.StartPlace) + 1 ?? 0;
        EndPlace[tour] = (shift.EndPlace ?? who.EndPlace) + 1 ?? 0;
        Breaks[tour] = [.. RestsOf(shift).Where(r => r.To >= Now).Select(r => r with { From = Math.Max(r.From, Now) })];
    }

    /// <summary>The first second that is not yet history: nothing new starts before it.</summary>
    private int Now => Problem.FrozenUntil == int.MinValue ? 0 : Problem.FrozenUntil + 1;

    /// <summary>Breaks and commitments without a place in the order in which a tour takes them. Where a break could come before or after a commitment, it comes where it has more room.</summary>
    private static IEnumerable<Rest> RestsOf(Shift shift)
    {
        Rest[] fixedOnes = [.. shift.Commitments.Select((c, i) => (c, i)).Where(c => c.c.Place is null).Select(c => new Rest(c.c.From, c.c.From, c.c.To - c.c.From, c.i, true))];
        var next = 0;
        for (var b = 0; b < shift.Breaks.Count; b++)
        {
            var rest = shift.Breaks[b];
            while (next < fixedOnes.Length && RoomBefore(rest, fixedOnes[next]) < Math.Max(0, rest.To - fixedOnes[next].From - fixedOnes[next].Length)) yield return fixedOnes[next++];
            yield return new Rest(rest.From, rest.To, rest.Length, b, false);
        }
        for (; next < fixedOnes.Length; next++) yield return fixedOnes[next];
    }

    private static int RoomBefore(Break rest, Rest commitment) => Math.Min(rest.To, commitment.From - rest.Length) - rest.From;

    private void AddWork(int j)
    {
        var job = Jobs[j];
        var pieces = Pieces(job);
        var rich = Fold.Uses(Measure.SlaLateness) && job.LatePerMinute > 0 || Fold.Uses(Measure.Earliest) || job.Current is not null && (Fold.Uses(Measure.ChangedTime) || Fold.Uses(Measure.Moved));
        for (var stop = FirstStop[j]; stop < FirstStop[j + 1]; stop++)
        {
            var part = stop - FirstStop[j];
            (_skills[stop], _certificates[stop]) = (AskedSkills(job, part), AskedCertificates(job, part));
            var (open, close, richWindow) = Hull(job, pieces > 1 ? part : 0);
            (JobOf[stop], PartOf[stop], PiecesOf[stop], Place[stop], Open[stop], Close[stop]) = (j, part, pieces, job.Place + 1, Math.Max(open, Now), close);
            BaseDuration[stop] = pieces > 1 ? Piece(job.Duration, pieces, part) : part > 0 ? job.Crew[part - 1].Duration ?? job.Duration : job.Duration;
            Rich[stop] = rich || richWindow || CertificatesOf(stop).Any(CanExpire)
                || part == 0 && (job.Parts.Any(p => !PlainPart[p.Part]) || job.Tools.Any(t => Problem.Warehouses.Any(w => w.Tools.Contains(t))));
        }
    }

    private bool CanExpire(int certificate) => Technicians.Any(t => t.Certificates.Any(c => c.Id == certificate && c.Expires < t.Shifts.Select(s => s.To + s.OvertimeLimit).DefaultIfEmpty().Max()));

    public Skill[] SkillsOf(int stop) => _skills[stop];
    public int[] CertificatesOf(int stop) => _certificates[stop];

    private Skill[] AskedSkills(Job job, int part) => [.. part > 0 && Pieces(job) == 1 ? job.Crew[part - 1].Skills ?? job.Skills : job.Skills];
    private int[] AskedCertificates(Job job, int part) => [.. part > 0 && Pieces(job) == 1 ? job.Crew[part - 1].Certificates ?? job.Certificates : job.Certificates];

    /// <summary>Whether parts and tools are this stop's business: the first of a job's.</summary>
    public bool BringsParts(int stop) => JobOf[stop] >= 0 && PartOf[stop] == 0;

    /// <summary>The hard bounds of a start, and whether there is more to it than them.</summary>
    private static (int Open, int Close, bool Rich) Hull(Job job, int piece)
    {
        var (open, close) = (0, int.MaxValue / 4);
        var rich = job.Windows.Count > 1;
        if (job.Windows.Count > 0)
        {
            open = job.Windows.Min(w => w.EarlyPerMinute is null ? w.From : 0);
            close = job.Windows.Max(w => w.LatePerMinute is null ? w.To : close);
            rich |= job.Windows.Any(w => w.EarlyPerMinute is not null || w.LatePerMinute is not null);
        }
        if (job.Promise is { BreakPrice: null } promise && piece == 0) (open, close) = (Math.Max(open, promise.From), Math.Min(close, promise.To));
        rich |= job.Promise?.BreakPrice is not null;
        if (job.Lock?.Start is { } start) (open, close) = (Math.Max(open, start), Math.Min(close, start));
        return (open, close, rich);
    }

    private Cost PriceOfLeavingOut(Job job)
    {
        var price = job.LeaveOutPrice is { } allowed
            ? Times(Fold.Weight(Measure.LeftOut), allowed)
            : Fold.Weight(Measure.UnservedJobs) + Times(Fold.Weight(Measure.UnservedPriority), job.Priority);
        return job.Current is null ? price : price + Fold.Weight(Measure.Moved);
    }

    /// <summary>Whether a tour has to be there without any stop, for a commitment that needs no place.</summary>
    public bool HasFixedRests(int tour)
    {
        foreach (var rest in Breaks[tour]) if (rest.Commitment) return true;
        return false;
    }

    private bool TourIsRich(int tour) =>
        Breaks[tour].Length > 1 || HasFixedRests(tour) || _travel.Profile is not null
        || Fold.Uses(Measure.Duration) || Fold.Uses(Measure.Imbalance) || Fold.Uses(Measure.ReserveShort) && ShiftAt(tour).Reserve > 0
        || Latest[tour] > To[tour] && (Fold.Uses(Measure.Overtime) || Fold.Uses(Measure.Cost) && Technicians[TechnicianOf[tour]].PerOvertimeMinute > 0)
        || SecondWeight[TechnicianOf[tour]].High != 0 || MetreWeight[TechnicianOf[tour]].High != 0;

    private (int[][], int[][], bool[][], bool[][], bool) Abilities()
    {
        var level = Technicians.Select(t => { var l = new int[Problem.Skills.Count]; foreach (var s in t.Skills) l[s.Id] = Math.Max(l[s.Id], s.Level); return l; }).ToArray();
        var certificate = Technicians.Select(t => { var c = new int[Problem.Certificates.Count]; Array.Fill(c, int.MinValue); foreach (var x in t.Certificates) c[x.Id] = Math.Max(c[x.Id], x.Expires); return c; }).ToArray();
        var tool = Technicians.Select(t => { var b = new bool[Problem.Tools.Count]; foreach (var x in t.Tools) b[x] = true; return b; }).ToArray();
        var territory = Technicians.Select(t => { var b = new bool[Problem.Territories.Count]; foreach (var x in t.Territories) b[x] = true; if (t.Territories.Count == 0) Array.Fill(b, true); return b; }).ToArray();
        var uniform = Jobs.All(j => j.DurationBy.Count == 0) && Technicians.All(t => t.DurationPercent.All(p => p == 100));
        return (level, certificate, tool, territory, uniform);
    }

    private int[] Table()
    {
        var table = new int[_places * _places];
        for (var i = 1; i < _places; i++)
            for (var j = 1; j < _places; j++)
                if (i != j) table[i * _places + j] = _travel.Seconds(i - 1, j - 1);
        return table;
    }

    private static bool IsSymmetric(int[] table, int n)
    {
        for (var i = 1; i < n; i++) for (var j = 1; j < i; j++) if (table[i * n + j] != table[j * n + i]) return false;
        return true;
    }
}
