using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Callout.App;

/// <summary>What ./do migration asks for the model: CALLOUT_STORAGE says for which database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<Db>
{
    public Db CreateDbContext(string[] args)
    {
        var postgres = Environment.GetEnvironmentVariable("CALLOUT_STORAGE") == "postgres";
        var data = Path.Combine(Path.GetTempPath(), $"callout-design-{Environment.ProcessId}");
        var app = Server.Build(data, postgres ? "Host=localhost;Database=none" : null, Modules.All);
        return app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContext();
    }
}
