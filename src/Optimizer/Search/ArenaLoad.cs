namespace Callout.Optimizer;

internal sealed partial class Arena
{
    private void Load(Draft draft, Dictionary<int, int> local)
    {
        for (var t = 0; t < TourCount; t++)
        {
            var stops = draft.Stops[GlobalTour[t]];
            var tour = Tours[t];
            if (tour.Slots.Length < stops.Length + 3) tour.Slots = new Slot[stops.Length + 10];
            tour.Count = stops.Length;
            for (var k = 1; k <= stops.Length; k++)
            {
                var stop = Model.IsWarehouse(stops[k - 1]) ? _firstWarehouse + stops[k - 1] - Model.FirstWarehouse : local[stops[k - 1]];
                tour.Slots[k].Stop = stop;
                tour.Slots[k].Place = _place[stop];
                TourOf[stop] = t;
                if (_richStop[stop]) tour.RichStops++;
                if (stop >= _firstWarehouse) tour.Warehouses++;
                if (JobOf[stop] < 0 || !IsAbsent(JobOf[stop])) continue;
                RemoveAbsent(JobOf[stop]);
                Total -= LeftOut[JobOf[stop]];
            }
            Reckon(t);
        }
    }

    /// <summary>The stops of a tour by their numbers in the model.</summary>
    public int[] GlobalStops(int tour)
    {
        var t = Tours[tour];
        var stops = new int[t.Count];
        for (var k = 1; k <= t.Count; k++) stops[k - 1] = GlobalStop[t.Slots[k].Stop];
        return stops;
    }

    /// <summary>Copies tours, by the model's numbers, into the draft that this arena was made from.</summary>
    public void WriteTo(Draft draft, int[][] stops, Pins pins)
    {
        if (_anyCoupled) draft.Pins.Take(pins, GlobalJob);
        for (var t = 0; t < TourCount; t++) draft.Clear(GlobalTour[t]);
        for (var t = 0; t < TourCount; t++) draft.Set(GlobalTour[t], stops[t]);
    }

    /// <summary>What all tours cost, beside the jobs that are left out.</summary>
    public Cost TourCost
    {
        get
        {
            var cost = Cost.Zero;
            foreach (var tour in Tours) cost += tour.Cost;
            return cost;
        }
    }

    /// <summary>What all driving weighs, roughly: the scale on which changes are judged.</summary>
    public long WayCost
    {
        get
        {
            var duration = Model.Fold.Weight(Measure.Duration).Low;
            long way = 0, cost = 0;
            for (var t = 0; t < TourCount; t++)
            {
                var tour = Tours[t];
                cost += tour.Cost.Low;
                if (tour.Count == 0) continue;
                long seconds = 0;
                for (var k = 0; k <= tour.Count; k++) seconds += tour.Slots[k].Leg;
                way += seconds * (_second[t] + duration + _metre[t] * 10);
            }
            return way > 0 ? way : cost / 4;
        }
    }
}
