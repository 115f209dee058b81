using Callout.Web.Bench;

// web [--technicians 500] [--visits 4000] [--points 4000] [--server PROGRAM] [--out FILE]
var options = Options.Of(args);
Directory.CreateDirectory(options.Folder);
try
{
    using var server = await ServerProcess.Start(options.Program, options.Before, options.Folder, null);
    await using var desk = await Desk.At(server);
    var filled = await Filling.Of(server, options);
    var report = new Report(options);
    await BoardBench.Run(desk, filled, report);
    await PagesBench.Run(desk, filled, report);
    await TapBench.Run(desk, filled, report);
    report.Write();
    return report.AllKept ? 0 : 1;
}
finally
{
    Directory.Delete(options.Folder, recursive: true);
}
