using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Callout.Postgres;

public static class PostgresSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPostgres(string connection)
        {
            var source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { Options = "-c idle_in_transaction_session_timeout=10000", MaxAutoPrepare = 200, Enlist = false }.ToString());
            source.UseNodaTime();
            services.AddSingleton(_ => source.Build());
            services.AddSingleton<Numbering>().AddSingleton<Worker>(s => s.GetRequiredService<Numbering>());
            services.AddSingleton<Writer, PostgresWriter>().AddSingleton<IStorage, PostgresStorage>().AddHostedService<Neighbours>();
            return services.AddPooledDbContextFactory<Db>((s, o) => PostgresStorage.Configure(o, s.GetRequiredService<NpgsqlDataSource>()));
        }
    }
}
