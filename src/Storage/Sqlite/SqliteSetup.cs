using Microsoft.Extensions.DependencyInjection;

namespace Callout.Sqlite;

public static class SqliteSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddSqlite(string path)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var file = new SqliteFile(path);
            services.AddSingleton(file).AddSingleton<SqliteWriter>().AddSingleton<Writer>(s => s.GetRequiredService<SqliteWriter>());
            services.AddSingleton(s => new Lazy<SqliteWriter>(s.GetRequiredService<SqliteWriter>)).AddSingleton<IStorage, SqliteStorage>();
            return services.AddPooledDbContextFactory<Db>(o => SqliteStorage.ForReading(o, file));
        }
    }
}
