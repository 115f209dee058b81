namespace Callout.Optimizer.Judging;

/// <summary>Sections 6 to 8 of the readme: crews start together, pieces follow each other, and a job is served whole or not at all.</summary>
internal sealed class WholeJobRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        for (var job = 0; job < reading.Problem.Jobs.Count; job++)
        {
            var visits = reading.Visits(job);
            if (visits.Count == 0 || visits.All(v => v.Frozen)) continue;
            Whole(job, visits);
            if (reading.Problem.Jobs[job].Split is null) Crew(job, visits);
            else InTurn(visits);
            foreach (var visit in visits) Pieces(job, visit);
        }
        LeftOut();
    }

    private void Whole(int job, IReadOnlyList<Visit> visits)
    {
        var stops = reading.Problem.Jobs[job].Stops();
        for (var part = 0; part < stops; part++)
        {
            var times = visits.Count(v => v.Stop.Part == part);
            if (times == 0) findings.Job("job.incomplete", job, $"part {part + 1} of {stops} is not in the plan, others are.");
            if (times > 1) findings.Job("job.twice", job, $"part {part + 1} of {stops} is in the plan {times} times.");
        }
    }

    private void Crew(int job, IReadOnlyList<Visit> visits)
    {
        for (var i = 1; i < visits.Count; i++)
        {
            if (visits[i].Stop.Start != visits[0].Stop.Start) findings.Stop("crew.together", visits[i].Tour, visits[i].Position, $"it starts at {visits[i].Stop.Start}, the rest of the crew at {visits[0].Stop.Start}.");
            for (var before = 0; before < i; before++)
                if (visits[i].Technician == visits[before].Technician && visits[i].Stop.Part != visits[before].Stop.Part)
                    findings.Job("crew.same", job, $"{visits[i].Tour.Technician.Id} cannot be two members of the crew.");
        }
    }

    private void InTurn(IReadOnlyList<Visit> visits)
    {
        for (var i = 1; i < visits.Count; i++)
            if (visits[i].Stop.Part > visits[i - 1].Stop.Part && visits[i].Stop.Start < visits[i - 1].Stop.End)
                findings.Stop("split.order", visits[i].Tour, visits[i].Position, $"piece {visits[i].Stop.Part + 1} starts at {visits[i].Stop.Start}, before the one before it ends at {visits[i - 1].Stop.End}.");
    }

    private void Pieces(int job, Visit visit)
    {
        var pieces = reading.Problem.Jobs[job].Pieces();
        if (!visit.Frozen && visit.Stop.Pieces != pieces) findings.Stop("split.pieces", visit.Tour, visit.Position, $"the job has {pieces} pieces, not {visit.Stop.Pieces}.");
    }

    private void LeftOut()
    {
        var listed = new bool[reading.Problem.Jobs.Count];
        foreach (var (job, _) in reading.Plan.Unassigned)
            if ((uint)job >= (uint)listed.Length) findings.Plan("job.unknown", $"The plan leaves out job {job}; there are {listed.Length}, counted from 0.");
            else if (listed[job]) findings.Job("job.listed", job, "it is listed twice among those left out.");
            else listed[job] = true;
        for (var job = 0; job < listed.Length; job++)
            if (listed[job] == reading.Served(job)) findings.Job("job.listed", job, listed[job] ? "it is served, yet listed as left out." : "it is neither served nor listed as left out.");
    }
}
