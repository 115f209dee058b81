using Callout.House.Bench;

// commands | reads | ledger | import | start | shift-start   [--postgres CONNECTION] [--warm N] [--count N] [--runs N] [--devices N] [--seconds N] [--json]
var options = Options.Of(args);
var report = new Report(options.Json);
Directory.CreateDirectory(options.Folder);
try
{
    await (options.What switch
    {
        "commands" => CommandsBench.Run(options, report),
        "reads" => ReadsBench.Run(options, report),
        "ledger" => LedgerBench.Run(options, report),
        "import" => ImportBench.Run(options, report),
        "start" => StartBench.Run(options, report),
        "shift-start" => ShiftStartBench.Run(options, report),
        _ => throw new ArgumentException("Measure one of: commands, reads, ledger, import, start, shift-start."),
    });
}
finally
{
    Directory.Delete(options.Folder, recursive: true);
}

report.Write();
