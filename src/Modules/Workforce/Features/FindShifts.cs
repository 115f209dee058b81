namespace Callout.Workforce;

public sealed record Shifts(IReadOnlyList<Shift> Items);

/// <summary>The shifts that begin on these days, of a branch or of one technician.</summary>
/// <param name="Until">The last day; the first when it is left out.</param>
public sealed record FindShifts(LocalDate From, LocalDate? Until, BranchId? Branch, ResourceId? Technician)
{
    internal static async Task<Shifts> Handle(FindShifts query, Reading reading, CancellationToken ct)
    {
        var until = query.Until ?? query.From;
        var technician = query.Technician ?? reading.Principal.Sight.Technician;
        if (technician is { } one) return new Shifts(await Roster.Of(one, query.From, until, reading, ct));
        var branch = query.Branch ?? throw new Unreadable("branch", "Say which branch's shifts you want, or which technician's.");
        return new Shifts(await Roster.Of(branch, query.From, until, reading, ct));
    }
}
