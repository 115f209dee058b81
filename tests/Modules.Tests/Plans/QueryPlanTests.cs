using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Plans;

/// <summary>No list, search or detail reads its way through a table that has grown; shown from the statements that are really sent, on either database.</summary>
public sealed class QueryPlanTests(GrownHouse grown) : IClassFixture<GrownHouse>
{
    private const int PassedAtMost = 10_000;

    // The demo's company promises by its work types and has no policies; the key for pushes is read from no table, and by technicians alone.
    private static readonly string[] Unanswered = ["sla-policies/{id}/due", "push-key"];

    [Fact]
    public async Task No_query_reads_its_way_through_ten_thousand_rows()
    {
        var (tooLong, unanswered) = await Ask();

        Assert.True(tooLong.Count == 0, string.Join("\n\n", tooLong));
        Assert.True(unanswered.Count == 0, $"Nobody got an answer to {string.Join(", ", unanswered)}");
    }

    [Fact]
    public async Task A_query_that_does_is_found_out()
    {
        using var statements = new Statements(grown.Db);
        _ = await grown.Db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Actor == "nobody").ToListAsync();

        Assert.InRange(await Plan.RowsPassed(Assert.Single(statements.Take()), grown.Db), PassedAtMost, long.MaxValue);
    }

    private async Task<(List<string> TooLong, List<string> Unanswered)> Ask()
    {
        using var statements = new Statements(grown.Db);
        var (tooLong, unanswered, seen, asks) = (new List<string>(), new List<string>(), new HashSet<string>(), new Asks(grown.Db, grown.House.Now));
        foreach (var query in grown.House.Services.GetRequiredService<Kernel.House>().Queries)
        {
            var answered = false;
            foreach (var path in asks.Of(query).ToList())
            {
                statements.Take();
                using var answer = await grown.House.Admin.Http.GetAsync($"/api/{path}");
                answered |= answer.IsSuccessStatusCode;
                foreach (var statement in statements.Take().Where(s => s.Sql.StartsWith("SELECT", StringComparison.Ordinal)))
                    if (seen.Add(query.Route + statement.Sql) && await Plan.RowsPassed(statement, grown.Db) is > PassedAtMost and var passed)
                        tooLong.Add($"{path} passes {passed} rows in\n{statement.Sql}");
            }

            if (!answered && !Unanswered.Contains(query.Route)) unanswered.Add(query.Route);
        }

        return (tooLong, unanswered);
    }
}
