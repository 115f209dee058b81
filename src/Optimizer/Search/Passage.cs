namespace Callout.Optimizer;

/// <summary>
/// A tour as it stands, prepared so that a place for one more stop is judged in one step: for every number of rests taken, when each stop can be left at the
/// earliest and must be reached at the latest (Savelsbergh, 1992). Says the same as <see cref="Timing"/> would of the whole tour.
/// </summary>
internal sealed class Passage(Model model, Pins pins)
{
    private const int Never = Tour.Never;

    private int[] _leave = [], _reach = [], _places = [], _legs = [];
    private Model.Rest[] _rests = [];
    private int _tour, _states;
    private bool _driven;

    /// <summary>Stops on the tour; places for one more are before each of them and after the last.</summary>
    public int Count { get; private set; }

    /// <summary>Whether what the tour costs depends on its times, so that only the full timing can tell.</summary>
    public bool PricedByTime { get; private set; }

    public void Prepare(int tour, ReadOnlySpan<int> stops)
    {
        (_tour, Count, _rests) = (tour, stops.Length, model.Breaks[tour]);
        _states = _rests.Length + 1;
        Room();
        _driven = stops.Length > 0 || model.Frozen[tour].Length > 0 || model.HasFixedRests(tour);
        PricedByTime = model.TimePricedTour[tour];
        _places[0] = model.StartPlace[tour];
        _places[Count + 1] = model.EndPlace[tour];
        for (var k = 1; k <= Count; k++)
        {
            _places[k] = model.Place[stops[k - 1]];
            PricedByTime |= model.TimePriced[stops[k - 1]];
        }
        for (var k = 0; k <= Count; k++) _legs[k] = model.Seconds(_places[k], _places[k + 1]);
        Forward(stops);
        Backward(stops);
    }

    /// <summary>Whether the stop can be reached in time from its place's predecessor, and whether the rest of the tour can then be kept.</summary>
    public (bool Reached, bool Kept) Judge(int stop, int slot, int from, int to)
    {
        var (there, onward) = (model.Seconds(_places[slot], model.Place[stop]), model.Seconds(model.Place[stop], _places[slot + 1]));
        Span<int> times = stackalloc int[_states];
        _leave.AsSpan(slot * _states, _states).CopyTo(times);
        Cross(times, there);
        var reached = false;
        for (var j = 0; j < _states; j++) reached |= (times[j] = Enter(stop, times[j], from, to)) < Never;
        if (!reached) return (false, false);
        Cross(times, onward);
        var reach = _reach.AsSpan((slot + 1) * _states, _states);
        for (var j = 0; j < _states; j++) if (times[j] <= reach[j]) return (true, true);
        return (true, false);
    }

    /// <summary>The first and the last start in a place that the rest of the tour allows, whatever the stop itself asks for; for each number of rests taken before it.</summary>
    public void Starts(int stop, int slot, Span<(int First, int Last)> starts)
    {
        var duration = model.Duration(stop, _tour);
        Span<int> times = stackalloc int[_states], bounds = stackalloc int[_states];
        _leave.AsSpan(slot * _states, _states).CopyTo(times);
        Cross(times, model.Seconds(_places[slot], model.Place[stop]));
        _reach.AsSpan((slot + 1) * _states, _states).CopyTo(bounds);
        CrossBack(bounds, model.Seconds(model.Place[stop], _places[slot + 1]));
        for (var j = 0; j < _states; j++) starts[j] = (times[j], bounds[j] <= -Never ? -Never : bounds[j] - duration);
    }

    public int States => _states;

    /// <summary>No later place can be reached before this.</summary>
    public int Leaves(int slot)
    {
        var earliest = Never;
        for (var j = 0; j < _states; j++) earliest = Math.Min(earliest, _leave[slot * _states + j]);
        return earliest;
    }

    /// <summary>What one more stop in this place costs, where time has no price.</summary>
    public Cost Delta(int stop, int slot)
    {
        var technician = model.TechnicianOf[_tour];
        var place = model.Place[stop];
        long extra = model.Seconds(_places[slot], place) + model.Seconds(place, _places[slot + 1]) - (_driven ? _legs[slot] : 0);
        var cost = Model.Times(model.SecondWeight[technician], extra) + model.Standing(stop, _tour);
        if (model.MetreWeight[technician] == Cost.Zero) return cost;
        long metres = model.Metres(_places[slot], place) + model.Metres(place, _places[slot + 1]) - (_driven ? model.Metres(_places[slot], _places[slot + 1]) : 0);
        return cost + Model.Times(model.MetreWeight[technician], metres);
    }

    private void Room()
    {
        if (_places.Length < Count + 2) (_places, _legs) = (new int[Count + 6], new int[Count + 6]);
        var needed = (Count + 2) * _states;
        if (_leave.Length < needed) (_leave, _reach) = (new int[needed + 8], new int[needed + 8]);
    }

    private void Forward(ReadOnlySpan<int> stops)
    {
        _leave.AsSpan(0, _states).Fill(Never);
        _leave[0] = model.FrozenStart[_tour];
        for (var k = 0; k < Count; k++)
        {
            var next = _leave.AsSpan((k + 1) * _states, _states);
            _leave.AsSpan(k * _states, _states).CopyTo(next);
            Cross(next, _legs[k]);
            for (var j = 0; j < _states; j++) next[j] = Enter(stops[k], next[j], 0, Never);
        }
    }

    private void Backward(ReadOnlySpan<int> stops)
    {
        _reach.AsSpan((Count + 1) * _states, _states).Fill(-Never);
        _reach[(Count + 2) * _states - 1] = model.Latest[_tour];
        for (var k = Count; k > 0; k--)
        {
            var here = _reach.AsSpan(k * _states, _states);
            _reach.AsSpan((k + 1) * _states, _states).CopyTo(here);
            CrossBack(here, _legs[k]);
            for (var j = 0; j < _states; j++) here[j] = LastStart(stops[k - 1], here[j]);
        }
    }

    /// <summary>From one place to the next with any of the rests taken before or after the drive.</summary>
    private void Cross(Span<int> times, int leg)
    {
        for (var j = 1; j < _states; j++) times[j] = Math.Min(times[j], Rest(times[j - 1], j - 1));
        for (var j = 0; j < _states; j++) if (times[j] < Never) times[j] = model.Drive(times[j], leg);
        for (var j = 1; j < _states; j++) times[j] = Math.Min(times[j], Rest(times[j - 1], j - 1));
    }

    private void CrossBack(Span<int> bounds, int leg)
    {
        for (var j = _states - 2; j >= 0; j--) bounds[j] = Math.Max(bounds[j], BeforeRest(bounds[j + 1], j));
        for (var j = 0; j < _states; j++) if (bounds[j] > -Never) bounds[j] = DriveBack(bounds[j], leg);
        for (var j = _states - 2; j >= 0; j--) bounds[j] = Math.Max(bounds[j], BeforeRest(bounds[j + 1], j));
    }

    private int Rest(int time, int index)
    {
        if (time >= Never) return Never;
        var start = Math.Max(time, _rests[index].From);
        return start <= _rests[index].To ? start + _rests[index].Length : Never;
    }

    private int BeforeRest(int bound, int index)
    {
        var start = bound - _rests[index].Length;
        return bound <= -Never || start < _rests[index].From ? -Never : Math.Min(start, _rests[index].To);
    }

    private int DriveBack(int arrives, int leg) => model.Problem.Travel.Profile is { } profile && leg > 0 ? profile.Departure(arrives, leg) : arrives - leg;

    private int Enter(int stop, int arrives, int from, int to)
    {
        if (arrives >= Never) return Never;
        var start = model.FirstStart(stop, Math.Max(arrives, Math.Max(from, pins.From[stop])));
        if (start >= Never || start > to || start > pins.To[stop]) return Never;
        var end = start + model.Duration(stop, _tour);
        return model.Expires[stop] && end > model.MustEnd(stop, _tour) ? Never : end;
    }

    private int LastStart(int stop, int leaves)
    {
        if (leaves <= -Never) return -Never;
        var duration = model.Duration(stop, _tour);
        var bound = Math.Min(leaves - duration, pins.To[stop]);
        if (model.Expires[stop]) bound = Math.Min(bound, model.MustEnd(stop, _tour) - duration);
        var start = model.LastStart(stop, bound);
        return start < pins.From[stop] ? -Never : start;
    }
}
