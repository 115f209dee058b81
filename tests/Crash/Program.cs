using Callout.App;
using Callout.Crash;

// serve …             the server itself
// serve-broken …      the control: it answers before it has committed
// run [--cycles N] [--postgres CONNECTION] [--nodes N] [--broken]
return args switch
{
    ["serve", .. var rest] => await Serve.Run(rest),
    ["broken", "serve", .. var rest] => await Serve.Run(rest, AckBeforeCommit.Use),
    ["run", .. var rest] => await CrashRun.Run(rest),
    _ => 2,
};
