namespace Callout.Optimizer.Judging;

/// <summary>
/// Section 9 of the readme, parts. Each need draws from one shelf (a kind of part on a van or in a warehouse) of those its substitutes allow. Who draws from which is
/// settled by displacing earlier choices (Kuhn, 1955): exact where the quantities that compete for a shelf are equal.
/// </summary>
internal sealed class PartRules(Reading reading, Findings findings)
{
    private readonly Dictionary<Shelf, long> _left = [];
    private readonly Dictionary<Shelf, List<Need>> _drawn = [];

    private readonly record struct Shelf(bool OnVan, int Owner, int Part);

    private sealed record Need(Tour Tour, int Position, PartNeed Wanted, Shelf[] Shelves);

    public void Judge()
    {
        if (reading.Problem.Jobs.All(j => j.Parts.Count == 0)) return;
        Stock();
        var needs = reading.Tours.OrderBy(t => t.Route.Shift).SelectMany(Needs).ToList();
        foreach (var need in needs.Where(IsFact)) TakeWhatIsThere(need);
        foreach (var need in needs.Where(n => !IsFact(n)).OrderBy(n => n.Shelves.Length > 1))
            if (!Draw(need, [])) Missing(need);
    }

    private void Stock()
    {
        for (var t = 0; t < reading.Problem.Technicians.Count; t++)
            foreach (var stock in reading.Problem.Technicians[t].Stock) Add(new(true, t, stock.Part), stock.Quantity);
        for (var w = 0; w < reading.Problem.Warehouses.Count; w++)
            foreach (var stock in reading.Problem.Warehouses[w].Stock) Add(new(false, w, stock.Part), stock.Quantity == int.MaxValue ? long.MaxValue / 2 : stock.Quantity);
    }

    private void Add(Shelf shelf, long quantity) => _left[shelf] = Math.Min(long.MaxValue / 2, Left(shelf) + quantity);

    private long Left(Shelf shelf) => _left.GetValueOrDefault(shelf);

    private IEnumerable<Need> Needs(Tour tour)
    {
        var visited = new List<int>();
        for (var position = 0; position < tour.Stops.Count; position++)
        {
            var stop = tour.Stops[position];
            if (stop.Kind == StopKind.Warehouse) visited.Add(stop.Index);
            if (stop is not { Kind: StopKind.Work, Part: 0 }) continue;
            foreach (var wanted in reading.Problem.Jobs[stop.Index].Parts)
                if (wanted.Quantity > 0) yield return new(tour, position, wanted, [.. Kinds(wanted).Select(part => ShelfOf(tour, visited, part))]);
        }
    }

    private static IEnumerable<int> Kinds(PartNeed need) => [need.Part, .. need.Substitutes ?? []];

    private Shelf ShelfOf(Tour tour, List<int> visited, int part)
    {
        var warehouse = visited.FindLastIndex(w => reading.Problem.Warehouses[w].Stock.Any(s => s.Part == part && s.Quantity > 0));
        return warehouse >= 0 ? new(false, visited[warehouse], part) : new(true, tour.Route.Technician, part);
    }

    private static bool IsFact(Need need) => need.Position < need.Tour.Frozen;

    private void TakeWhatIsThere(Need need)
    {
        var shelf = need.Shelves.FirstOrDefault(s => Left(s) >= need.Wanted.Quantity, need.Shelves[0]);
        _left[shelf] = Math.Max(0, Left(shelf) - need.Wanted.Quantity);
    }

    private bool Draw(Need need, HashSet<Shelf> tried)
    {
        foreach (var shelf in need.Shelves)
            if (Left(shelf) >= need.Wanted.Quantity) return Take(need, shelf);
        foreach (var shelf in need.Shelves)
            if (tried.Add(shelf))
                foreach (var other in _drawn.GetValueOrDefault(shelf, []).ToList())
                    if (other.Shelves.Length > 1 && Left(shelf) + other.Wanted.Quantity >= need.Wanted.Quantity && Displace(other, shelf, tried)) return Take(need, shelf);
        return false;
    }

    private bool Displace(Need other, Shelf from, HashSet<Shelf> tried)
    {
        var before = Left(from);
        _left[from] = -1;
        var elsewhere = Draw(other, tried);
        _left[from] = elsewhere ? before + other.Wanted.Quantity : before;
        if (elsewhere) _drawn[from].Remove(other);
        return elsewhere;
    }

    private bool Take(Need need, Shelf shelf)
    {
        _left[shelf] = Left(shelf) - need.Wanted.Quantity;
        if (!_drawn.TryGetValue(shelf, out var drawn)) _drawn[shelf] = drawn = [];
        drawn.Add(need);
        return true;
    }

    private void Missing(Need need) => findings.Stop("part.missing", need.Tour, need.Position,
        $"{need.Wanted.Quantity} of {reading.Problem.Parts[need.Wanted.Part]}{(need.Shelves.Length > 1 ? " or a substitute" : "")} is neither on the van nor fetched before.");
}
