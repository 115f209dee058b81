using System.Globalization;
using CsvHelper;

namespace Callout.App.Import;

/// <summary>What became of each row: counts while it runs, then a file of those rejected and one of those that a person should look at.</summary>
internal sealed class Report(TextWriter progress)
{
    private const int Every = 5000;

    private readonly List<(Row Row, string Reason)> rejected = [], flagged = [];
    private readonly Lock one = new();

    public int Read { get; private set; }

    public int Applied { get; private set; }

    public int Known { get; private set; }

    public int Rejected => rejected.Count;

    public int Flagged => flagged.Count;

    public void Reject(Row row, string reason)
    {
        lock (one) Count(() => rejected.Add((row, reason)));
    }

    public void Take(Row row, IReadOnlyList<string> findings, BatchOutcome outcome)
    {
        if (outcome.Outcome == "refused") Reject(row, outcome.Detail ?? outcome.Code ?? "refused");
        else
            lock (one)
                Count(() =>
                {
                    if (outcome.Outcome == "known") Known++;
                    else Applied++;
                    if (findings.Count > 0) flagged.Add((row, string.Join("; ", findings)));
                });
    }

    public void Write(string file, IReadOnlyList<string> columns)
    {
        Write($"{file}.rejected.csv", columns, rejected);
        Write($"{file}.flagged.csv", columns, flagged);
    }

    private void Count(Action take)
    {
        take();
        if (++Read % Every == 0) progress.WriteLine($"{Read} rows: {Applied} taken in, {Known} known before, {Rejected} rejected");
    }

    private static void Write(string path, IReadOnlyList<string> columns, List<(Row Row, string Reason)> rows)
    {
        File.Delete(path);
        if (rows.Count == 0) return;
        using var csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        foreach (var text in columns.Prepend("line").Append("reason")) csv.WriteField(text);
        csv.NextRecord();
        foreach (var (row, reason) in rows.OrderBy(r => r.Row.Line))
        {
            csv.WriteField(row.Line);
            foreach (var text in row.Texts) csv.WriteField(text);
            csv.WriteField(reason);
            csv.NextRecord();
        }
    }
}
