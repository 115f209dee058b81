using Callout.App;
using Callout.App.Backups;
using Callout.App.Import;
using Callout.Kernel;
using Callout.Optimize;

try
{
    return args switch
    {
        ["call", var route, .. var rest] => await Call.Run(route, rest),
        ["import", var kind, var file, .. var rest] => await ImportRun.Run(kind, file, rest),
        ["backup", ['-', ..], ..] => Help.Show(2),
        ["backup", var to, .. var rest] => await Verbs.Backup(to, rest),
        ["restore", "--accept", .. var rest] => await Verbs.Accept(rest),
        ["restore", ['-', ..], ..] => Help.Show(2),
        ["restore", var from, .. var rest] => await Verbs.Restore(from, rest),
        ["drill", ['-', ..], ..] => Help.Show(2),
        ["drill", var drilled, .. var rest] => await Verbs.Drill(drilled, rest),
        ["recovery-key", .. var rest] => Verbs.ShowKey(rest),
        ["verify"] or ["verify", ['-', ..], ..] => await Verify.Run(args[1..]),
        ["verify", var backup, .. var rest] => await Verbs.Verify(backup, rest),
        ["describe"] => await Describe.Run(),
        ["optimize", .. var rest] => OptimizeVerb.Run(rest),
        ["migrate", .. var rest] => await Migrate.Run(rest),
        ["help" or "--help" or "-h", ..] => Help.Show(0),
        [] or [['-', ..], ..] => await Serve.Run(args),
        ["serve", .. var rest] => await Serve.Run(rest),
        _ => Help.Show(2),
    };
}
catch (Trouble error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (UsageException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
