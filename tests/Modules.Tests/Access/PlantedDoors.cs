using Callout.Customers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Callout.Modules.Tests.Access;

internal sealed record PastTheFilters(AccountId Id)
{
    internal static async Task<string> Handle(PastTheFilters query, Reading reading, CancellationToken ct) =>
        await reading.Of<Account>().IgnoreQueryFilters().Where(a => a.Id == query.Id).Select(a => a.Name).FirstOrDefaultAsync(ct) ?? throw new Missing();
}

internal sealed record WithoutARow
{
    internal static Task<string> Handle(WithoutARow query, Reading reading, CancellationToken ct) => Task.FromResult("open");
}

/// <summary>Doors as nobody should build them; the matrix must find each.</summary>
internal sealed class PlantedDoors : IModule
{
    public void Define(Module module)
    {
        module.Endpoint(routes => routes.MapGet("/api/planted/ruleless", () => Results.Text("open")));
        module.Query<WithoutARow, string>("planted/without-a-row", WithoutARow.Handle, May.SignedIn);
        module.Query<PastTheFilters, string>("planted/past-the-filters/{id}", PastTheFilters.Handle, May.SignedIn);
    }
}
