using Callout.App;
using Callout.App.Import;
using Callout.Optimize;

try
{
    return args switch
    {
        ["call", var route, .. var rest] => await Call.Run(route, rest),
        ["import", var kind, var file, .. var rest] => await ImportRun.Run(kind, file, rest),
        ["verify", .. var rest] => await Verify.Run(rest),
        ["describe"] => await Describe.Run(),
        ["optimize", .. var rest] => OptimizeVerb.Run(rest),
        ["migrate", .. var rest] => await Migrate.Run(rest),
        ["help" or "--help" or "-h", ..] => Help.Show(0),
        [] or [['-', ..], ..] => await Serve.Run(args),
        ["serve", .. var rest] => await Serve.Run(rest),
        _ => Help.Show(2),
    };
}
catch (UsageException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
