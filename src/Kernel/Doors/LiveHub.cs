using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>Says to whoever may see it that there is something after a position. The something is read from the feed.</summary>
internal sealed class LiveHub(House house, Sessions sessions, IClock clock, Nudge nudge) : Hub
{
    private const string Name = "name";

    public override async Task OnConnectedAsync()
    {
        if (Context.GetHttpContext()?.Principal is not { } principal)
        {
            Context.Abort();
            return;
        }

        var today = clock.GetCurrentInstant().InUtc().Date;
        foreach (var audience in await Audiences.Of(principal, new DateInterval(today.PlusDays(-7), today.PlusDays(30)), house, sessions, Context.ConnectionAborted))
            await Groups.AddToGroupAsync(Context.ConnectionId, audience.Key, Context.ConnectionAborted);
    }

    /// <summary>Says to others who plan in that branch what this person has in hand.</summary>
    public async Task Hold(Guid branch, Guid? what)
    {
        if (Context.GetHttpContext()?.Principal is not { } principal || !May.Dispatcher.Allows(principal)) return;
        if (principal.Sight is { Everywhere: false } sight && !sight.Branches.Contains(new BranchId(branch))) return;
        nudge.Hold(new Holding(new BranchId(branch), what, await NameOf(principal), Context.ConnectionId));
    }

    private async Task<string> NameOf(Principal principal)
    {
        if (Context.Items.TryGetValue(Name, out var known)) return (string)known!;
        var names = await sessions.Read(principal, reading => Actors.Names([principal.Key], reading, Context.ConnectionAborted));
        var name = names.GetValueOrDefault(principal.Key, "Somebody");
        Context.Items[Name] = name;
        return name;
    }
}

/// <summary>Carries nudges to the browsers and phones connected to this process.</summary>
internal sealed class LiveNudges(Nudge nudge, IHubContext<LiveHub> hub) : Microsoft.Extensions.Hosting.IHostedService
{
    public Task StartAsync(CancellationToken ct)
    {
        nudge.FeedChanged += Tell;
        nudge.HandMoved += Show;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken ct)
    {
        nudge.FeedChanged -= Tell;
        nudge.HandMoved -= Show;
        return Task.CompletedTask;
    }

    private void Tell(long pos, IReadOnlyCollection<string> audiences) => _ = hub.Clients.Groups(audiences).SendAsync("after", pos);

    private void Show(Holding holding) =>
        _ = hub.Clients.Groups(Audience.Branch(holding.Branch).Key, Audience.HeadOffice.Key).SendAsync("held", holding.Branch.Value, holding.What, holding.Name, holding.Connection);
}
