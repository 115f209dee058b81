namespace Callout.Optimizer.Judging;

/// <summary>Section 9 of the readme, tools: on the van, or picked up at a warehouse earlier on the tour.</summary>
internal sealed class ToolRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        foreach (var tour in reading.Tours)
            for (var position = tour.Frozen; position < tour.Stops.Count; position++)
                if (tour.Stops[position] is { Kind: StopKind.Work, Part: 0 }) Judge(tour, position);
    }

    private void Judge(Tour tour, int position)
    {
        foreach (var tool in reading.Problem.Jobs[tour.Stops[position].Index].Tools)
            if (!tour.Technician.Tools.Contains(tool) && !FetchedBefore(tour, position, tool))
                findings.Stop("tool.missing", tour, position, $"{reading.Problem.Tools[tool]} is neither on the van nor fetched before.");
    }

    private bool FetchedBefore(Tour tour, int position, int tool) =>
        tour.Stops.Take(position).Any(s => s.Kind == StopKind.Warehouse && reading.Problem.Warehouses[s.Index].Tools.Contains(tool));
}
