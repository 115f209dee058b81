namespace Callout.Optimizer;

/// <summary>
/// A plan while it is being made: which stops stand on which tour in which order. Times follow from the order, but for pins:
/// what a crew or a relation to another tour has fixed, so that every tour can be timed by itself.
/// </summary>
internal sealed class Draft
{
    public readonly Model Model;
    public readonly int[][] Stops;

    /// <summary>The bounds that other tours put on the start of a stop.</summary>
    private readonly int[] _pinFrom, _pinTo;

    /// <summary>For each relation whose jobs are both placed: the instant that parts them, and whether the first comes first.</summary>
    public readonly int[] Parting;

    public const int Unparted = int.MinValue;

    public Draft(Model model)
    {
        Model = model;
        Stops = new int[model.Tours][];
        Array.Fill(Stops, []);
        (_pinFrom, _pinTo) = (new int[model.Stops], new int[model.Stops]);
        Array.Fill(_pinTo, int.MaxValue);
        Parting = new int[model.Problem.Relations.Count];
        Array.Fill(Parting, Unparted);
        for (var c = 0; c < model.Commitments; c++)
            if (!model.Frozen[model.CommitmentTour[c]].Contains(model.Work + c))
                Stops[model.CommitmentTour[c]] = [.. Stops[model.CommitmentTour[c]], model.Work + c];
    }

    public Draft(Draft other)
    {
        Model = other.Model;
        Stops = [.. other.Stops];
        (_pinFrom, _pinTo, Parting) = ([.. other._pinFrom], [.. other._pinTo], [.. other.Parting]);
    }

    public int PinFrom(int stop) => _pinFrom[stop];
    public int PinTo(int stop) => _pinTo[stop];

    public int StartPlace(int tour) => Model.StartPlace[tour];
    public int StartTime(int tour) => Model.FrozenStart[tour];

    /// <summary>How much of a part a stop takes from the van where that needs no thought.</summary>
    public int Need(int stop, int part)
    {
        if (!Model.BringsParts(stop)) return 0;
        var need = 0;
        foreach (var n in Model.Jobs[Model.JobOf[stop]].Parts) if (n.Part == part) need += n.Quantity;
        return need;
    }

    /// <summary>What a van still holds of a part after all of its tours.</summary>
    public int FreeStock(int technician, int part)
    {
        var free = Model.VanStock(technician, part);
        for (var tour = Model.FirstTour[technician]; tour < Model.FirstTour[technician + 1]; tour++)
            foreach (var stop in Stops[tour]) free -= Need(stop, part);
        return free;
    }
}
