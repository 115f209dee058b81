using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>Says to whoever may see it that there is something after a position. The something is read from the feed.</summary>
internal sealed class LiveHub(House house, Sessions sessions, IClock clock) : Hub
{
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
}

/// <summary>Carries nudges to the browsers and phones connected to this process.</summary>
internal sealed class LiveNudges(Nudge nudge, IHubContext<LiveHub> hub) : Microsoft.Extensions.Hosting.IHostedService
{
    public Task StartAsync(CancellationToken ct)
    {
        nudge.FeedChanged += Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken ct)
    {
        nudge.FeedChanged -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(long pos, IReadOnlyCollection<string> audiences) => _ = hub.Clients.Groups(audiences).SendAsync("after", pos);
}
