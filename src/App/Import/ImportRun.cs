using System.Diagnostics;

namespace Callout.App.Import;

/// <summary>callout import: takes a file of another system in, row by row, through the same door as everyone's commands.</summary>
internal static class ImportRun
{
    private const int BatchLength = 200, BatchesAtOnce = 3;

    public static async Task<int> Run(string kind, string file, IReadOnlyList<string> args)
    {
        var options = ImportOptions.Of(args);
        if (Environment.GetEnvironmentVariable("CALLOUT_KEY") is not { Length: > 0 } key) throw new UsageException("Put an API key in CALLOUT_KEY; the first start of the server prints one.");
        using var http = BatchClient.To(options.Url, key);
        try
        {
            var report = await Run(kind, file, options, new BatchClient(http, options.DryRun), Console.Error);
            return report.Rejected == 0 ? 0 : 1;
        }
        catch (HttpRequestException error)
        {
            Console.Error.WriteLine($"The server at {options.Url} was lost ({error.Message}). Run the same again: what is already in stays as it is.");
            return 1;
        }
    }

    public static async Task<Report> Run(string kind, string file, ImportOptions options, BatchClient client, TextWriter progress)
    {
        if (!File.Exists(file)) throw new UsageException($"There is no file {file}.");
        var watch = Stopwatch.StartNew();
        var map = options.Fill(ImportMap.Read(options.Map));
        using var table = new CsvTable(File.OpenRead(file), map.Delimiter, map.Encoding);
        if (map.Columns.Except(table.Columns).ToList() is { Count: > 0 } absent) throw new UsageException($"The file has no column {string.Join(", ", absent)}; it has {string.Join(", ", table.Columns)}.");
        var report = new Report(progress);
        var reader = new RowReader(map, Kinds.Of(kind), report);
        await Parallel.ForEachAsync(table.Rows().Select(reader.Read).OfType<ReadRow>().Chunk(BatchLength), new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce }, async (rows, ct) =>
        {
            var outcomes = await client.Send([.. rows.Select(r => r.Line)], ct);
            foreach (var row in rows) report.Take(row.Row, row.Findings, outcomes[row.Line.Id]);
        });
        report.Write(options.Out ?? file, table.Columns);
        progress.WriteLine($"{report.Read} rows in {watch.Elapsed.TotalSeconds:0.0} s: {report.Applied} {(options.DryRun ? "could be taken in" : "taken in")}, {report.Known} known before, {report.Rejected} rejected, {report.Flagged} to look at");
        return report;
    }
}
