namespace Callout.Optimizer;

/// <summary>Stops that leave tours and come in.</summary>
internal sealed partial class Arena
{
    /// <summary>
    /// Takes a string of stops out of a tour and adds their jobs to <paramref name="removed"/>. What may not move stays; a coupled job leaves
    /// all its tours, and whatever must come after it leaves with it.
    /// </summary>
    public void Remove(int tour, int slot, int length, List<int> removed)
    {
        Touch(tour);
        var t = Tours[tour];
        _coupled.Clear();
        for (var k = Math.Min(slot + length - 1, t.Count); k >= slot; k--)
        {
            var job = JobOf[t.Slots[k].Stop];
            if (job < 0) continue;
            if (_anyCoupled && !Model.Alone[GlobalJob[job]]) { _coupled.Add(job); continue; }
            CloseStop(tour, k);
            Leave(job);
            removed.Add(job);
        }
        if (t.Warehouses > 0) Tidy(tour);
        Reckon(tour);
        foreach (var job in _coupled) RemoveCoupled(job, removed);
    }

    /// <summary>
    /// Puts an absent job where it costs least; leaves it out if it fits nowhere or leaving it out is cheaper. Now and then it comes in all the same: two jobs
    /// at one place may be worth a way that neither is worth alone.
    /// </summary>
    public void PutBest(int job, ref int untilBlink, ref Rng rng)
    {
        if (_anyCoupled && !Model.Alone[GlobalJob[job]]) { PutCoupled(job); return; }
        var place = Best(FirstStop[job], ref untilBlink, ref rng);
        if (place.Found && (place.Delta < LeftOut[job] || rng.Chance(64))) Put(job, place);
    }

    public bool IsAbsent(int job) => _absentAt[job] >= 0;

    private void Load(int tour, int stop, int sign)
    {
        for (var l = 0; l < _loads; l++) _free[_van[tour] * _loads + l] += sign * _need[stop * _loads + l];
    }

    /// <summary>Whether a tour came out of the last changes breaking a rule; they must be rolled back.</summary>
    public bool Broken { get; private set; }

    private void CloseStop(int tour, int slot)
    {
        var t = Tours[tour];
        var stop = t.Slots[slot].Stop;
        TourOf[stop] = -1;
        Load(tour, stop, +1);
        if (_richStop[stop]) t.RichStops--;
        if (stop >= _firstWarehouse) t.Warehouses--;
        t.Close(slot, 1);
    }

    private void Leave(int job)
    {
        AddAbsent(job);
        Total += LeftOut[job];
    }

    private void PutStop(int stop, int tour, int slot)
    {
        OpenStop(stop, tour, slot);
        if (_lasting[tour] || _withParts || _anyRich && IsRich(tour) || _metres is not null) Reckon(tour);
        else ReckonFrom(tour, slot);
    }

    private void OpenStop(int stop, int tour, int slot)
    {
        Touch(tour);
        var t = Tours[tour];
        t.Open(slot);
        t.Slots[slot].Stop = stop;
        t.Slots[slot].Place = _place[stop];
        TourOf[stop] = tour;
        Load(tour, stop, -1);
        if (_richStop[stop]) t.RichStops++;
        if (stop >= _firstWarehouse) t.Warehouses++;
    }

    /// <summary>Of a place: the tour's visit to a warehouse is made sooner, instead of another one.</summary>
    private const int Sooner = 1 << 30;

    private void CloseVisit(int tour)
    {
        Touch(tour);
        var visit = 1;
        while (Tours[tour].Slots[visit].Stop < _firstWarehouse) visit++;
        CloseStop(tour, visit);
    }

    /// <summary>Puts an absent job that is alone where <see cref="Best"/> said.</summary>
    public void Put(int job, in Place place)
    {
        RemoveAbsent(job);
        Total -= LeftOut[job];
        if (place.Slot < 1 << 10) { PutStop(FirstStop[job], place.Tour, place.Slot); return; }
        if ((place.Slot & Sooner) != 0) CloseVisit(place.Tour);
        OpenStop(FirstStop[job], place.Tour, place.Slot & 1023);
        PutStop(_firstWarehouse + (place.Slot >> 20 & 1023) - 1, place.Tour, place.Slot >> 10 & 1023);
    }
}
