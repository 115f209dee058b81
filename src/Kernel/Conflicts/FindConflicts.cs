namespace Callout.Kernel;

/// <param name="SenderName">Null when they are no longer known.</param>
public sealed record ConflictLine(ConflictId Id, BranchId? Branch, string Type, string Row, Guid RowId, IReadOnlyList<ClashingField> Fields, string Sender, string? SenderName, Instant RecordedAt, Choice? Kept, string? SettledBy);

/// <summary>Fields that two people set, neither knowing of the other. Without <c>settled=true</c> only those that wait for somebody to choose.</summary>
public sealed record FindConflicts(bool? Settled, Guid? After, int? Limit)
{
    internal static async Task<Page<ConflictLine>> Handle(FindConflicts query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<Conflict>();
        found = query.Settled ?? false ? found.Where(c => c.SettledBy != null) : found.Where(c => c.SettledBy == null);
        var page = await found.Page<Conflict, ConflictId, Conflict>(query.After, query.Limit, c => c, ct);
        var names = await Actors.Names(page.Items.Select(c => c.Sender), reading, ct);
        return new([.. page.Items.Select(c => new ConflictLine(c.Id, c.Branch, c.Type, c.Row, c.RowId, c.Fields, c.Sender, names.GetValueOrDefault(c.Sender), c.RecordedAt, c.Kept, c.SettledBy))], page.Next);
    }
}
