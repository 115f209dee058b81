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
}
