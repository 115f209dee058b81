namespace Callout.App.Import;

internal sealed record ReadRow(Row Row, BatchLine Line, IReadOnlyList<string> Findings);

/// <summary>Turns rows into commands; what cannot be read is rejected here, without the server.</summary>
internal sealed class RowReader(ImportMap map, IReadOnlyList<Part> parts, Report report)
{
    private readonly RowCommand command = new(map, parts);
    private readonly Dictionary<string, int> numbers = [];

    public ReadRow? Read(Row row)
    {
        try
        {
            if (row.Fault is not null) throw new RowRejected(row.Fault);
            var number = row.Of(map.Number).Trim();
            if (!numbers.TryAdd(number, row.Line)) throw new RowRejected($"{map.Number}: {number} is already on line {numbers[number]}.");
            List<string> findings = [.. (map.Checks ?? []).Where(c => c.Finds(row, map)).Select(c => c.Finding), .. Lost(row)];
            return new ReadRow(row, command.Of(row, findings), findings);
        }
        catch (RowRejected rejected)
        {
            report.Reject(row, rejected.Message);
            return null;
        }
    }

    // U+FFFD is what a program writes for a letter that it could not read.
    private IEnumerable<string> Lost(Row row) =>
        map.Columns.Where(column => row.Of(column).Contains('\uFFFD')).Select(column => $"letters of {column} were lost before this file was written");
}
