namespace Callout.Optimizer;

/// <summary>Searches a plan as one arena; several threads each anneal a copy and, at fixed numbers of iterations, all go on from the best.</summary>
internal sealed class WholeSearch : ISearch
{
    private const int Exchange = 50_000;

    private readonly Draft _draft;
    private readonly Cooling _cooling;
    private readonly SolveOptions _options;
    private readonly int[] _tours, _jobs;
    private readonly Annealing[] _chains;
    private long _steps;

    public WholeSearch(Draft draft, Cooling cooling, SolveOptions options)
    {
        (_draft, _cooling, _options) = (draft, cooling, options);
        _tours = [.. Enumerable.Range(0, draft.Model.Tours)];
        _jobs = [.. Enumerable.Range(0, draft.Model.Jobs.Length).Where(j => !draft.Model.IsFrozen(j))];
        _chains = [.. Enumerable.Range(0, options.Threads).Select(i => new Annealing(new Arena(draft, _tours, _jobs), options.Seed + (ulong)i * 7919))];
    }

    public Draft Best
    {
        get
        {
            var best = _chains.MinBy(c => c.BestTotal)!;
            var draft = new Draft(_draft);
            best.WriteTo(draft);
            return draft;
        }
    }

    public void Run()
    {
        if (_chains.Length == 1)
        {
            Fill(_chains[0]);
            _steps = _chains[0].Steps();
            while (!_cooling.Over)
            {
                Anneal(_chains[0], Math.Max(1, _cooling.AtMost(Exchange)), _cooling.Iterations);
                Report();
            }
            return;
        }
        Parallel.ForEach(_chains, new ParallelOptions { MaxDegreeOfParallelism = _chains.Length }, Fill);
        _steps = _chains[0].Steps();
        while (!_cooling.Over)
        {
            var each = Math.Max(1, _cooling.AtMost(Exchange * _chains.Length) / _chains.Length);
            var began = _cooling.Iterations;
            Parallel.ForEach(_chains, new ParallelOptions { MaxDegreeOfParallelism = _chains.Length }, chain => Anneal(chain, each, began));
            var best = _chains.MinBy(c => c.BestTotal)!;
            for (var i = 0; i < _chains.Length; i++)
                if (_chains[i].BestTotal > best.BestTotal) _chains[i] = Continue(best, i);
            Report();
        }
    }

    private Annealing Continue(Annealing best, int index)
    {
        var draft = new Draft(_draft);
        best.WriteTo(draft);
        return new Annealing(new Arena(draft, _tours, _jobs), _options.Seed + (ulong)index * 7919 + (ulong)_cooling.Iterations * 104_729);
    }

    private void Fill(Annealing chain)
    {
        chain.Fill();
        _cooling.Count(0, true);
    }

    private void Anneal(Annealing chain, int iterations, long began)
    {
        for (var done = 0; done < iterations && !_cooling.Interrupted;)
        {
            var step = Math.Min(iterations - done, chain.Step);
            var before = chain.BestTotal;
            chain.Run(step, _cooling.Heat(chain.Leg, _steps, _draft.Model.Fold.AboveDriving, chain.Stops, began + done * _chains.Length), _options.Cancel);
            done += step;
            _cooling.Count(step, chain.BestTotal < before);
        }
    }

    private void Report() =>
        _options.Report?.Invoke(new Progress(_cooling.Share, _cooling.Iterations, _chains.MinBy(c => c.BestTotal)!.BestAbsent, () => Plans.Write(Best)));
}
