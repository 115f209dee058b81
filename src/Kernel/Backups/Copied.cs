namespace Callout.Kernel;

/// <summary>A copy of the whole database as of one moment.</summary>
/// <param name="Kind">Which database it came from; it goes back only into such a one.</param>
/// <param name="Epoch">In which it was made.</param>
/// <param name="Pos">Of the last event in it.</param>
/// <param name="Hash">Of that event, in hex: the chain up to it cannot be another.</param>
/// <param name="Migrations">Which it has had, in their order.</param>
/// <param name="Tables">Where the copy is a file for each table.</param>
public sealed record Copied(string Kind, string? Epoch, long Pos, string Hash, IReadOnlyList<string> Migrations, IReadOnlyList<CopiedTable> Tables);

/// <param name="Columns">In the order in which the rows are written.</param>
public sealed record CopiedTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <summary>How far a database's schema has come, and how far this program can take it.</summary>
/// <param name="Empty">There is nothing in it at all.</param>
public sealed record SchemaState(IReadOnlyList<string> Applied, IReadOnlyList<string> Known, bool Empty)
{
    public IReadOnlyList<string> Pending => [.. Known.Except(Applied)];

    /// <summary>Made by a newer program.</summary>
    public IReadOnlyList<string> Unknown => [.. Applied.Except(Known)];
}
