using Callout.Optimize;
using Callout.Optimizer.Bench;

try
{
    return args switch
    {
        ["optimize", .. var rest] => OptimizeVerb.Run(rest),
        ["rule", .. var rest] => RuleRun.Run(rest),
        ["peer", .. var rest] => PeerRun.Run(rest),
        ["bench", .. var rest] => Bench.Run(Options.Read(rest)),
        _ => throw new Unreadable("Commands are optimize and bench."),
    };
}
catch (Unreadable e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
