using Callout.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Callout.House.Tests;

/// <summary>Who may what is read by people before it holds. That the server keeps to it is shown over HTTP, by the matrix of Modules.Tests.</summary>
public sealed class PolicyTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"callout-policy-{Guid.NewGuid():N}");

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void Every_door_says_who_may()
    {
        Assert.Empty(Policy.WithoutRule(Doors()));
        Assert.Equal(["GET /api/planted-door does not say who may"], Policy.WithoutRule(Doors(app => app.MapGet("/api/planted-door", () => "open"))));
    }

    [Fact]
    public void Every_door_has_its_approved_row()
    {
        var said = Said(Doors());
        if (Policy.Approving) Policy.Approve(said.Select(s => new PolicyRow(s.Key, s.Value, Policy.Approved().GetValueOrDefault(s.Key)?.Reach ?? "?")));

        var differences = Policy.Differences(said, Policy.Approved()).ToList();
        Assert.True(differences.Count == 0, $"A door changed hands. Run ./do approve, and read what it changes in policy.approved.txt:\n{string.Join('\n', differences)}\n");

        Assert.Equal(
            ["GET /api/planted: the server says nothing, approved is S", "POST /api/visits/plan: the server says SOBDTAPUCX.., approved is SOBD........"],
            Policy.Differences(
                new Dictionary<string, string> { ["POST /api/visits/plan"] = Policy.Who(May.SignedIn) },
                new Dictionary<string, PolicyRow> { ["POST /api/visits/plan"] = new("", Policy.Who(May.Dispatcher), ""), ["GET /api/planted"] = new("", "S", "") }));
    }

    private static Dictionary<string, string> Said(IEnumerable<(string Door, RouteEndpoint Endpoint)> doors) =>
        doors.Where(d => Rule.Of(d.Endpoint) is not null).GroupBy(d => d.Door).ToDictionary(d => d.Key, d => Policy.Who(Rule.Of(d.First().Endpoint)!));

    private List<(string Door, RouteEndpoint Endpoint)> Doors(Action<WebApplication>? also = null)
    {
        var app = Server.Build(data, null, Modules.All);
        also?.Invoke(app);
        return [.. Policy.Doors(new CompositeEndpointDataSource(((IEndpointRouteBuilder)app).DataSources))];
    }
}
