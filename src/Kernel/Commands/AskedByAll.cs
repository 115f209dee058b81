using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Callout.Kernel;

/// <summary>What every command asks the database, translated once instead of each time.</summary>
internal sealed class AskedByAll
{
    // A translation holds for one model.
    private static readonly ConditionalWeakTable<IModel, AskedByAll> Known = [];

    public Func<Db, Guid, CancellationToken, Task<Receipt?>> Receipt { get; } =
        EF.CompileAsyncQuery((Db db, Guid id, CancellationToken ct) => db.Set<Receipt>().AsNoTracking().FirstOrDefault(r => r.CommandId == id));

    public Func<Db, string, CancellationToken, Task<Counter?>> Counter { get; } =
        EF.CompileAsyncQuery((Db db, string series, CancellationToken ct) => db.Set<Counter>().TagWith(Db.LockTag).FirstOrDefault(c => c.Series == series));

    public Func<Db, string, CancellationToken, Task<ReaderCursor?>> Cursor { get; } =
        EF.CompileAsyncQuery((Db db, string name, CancellationToken ct) => db.Set<ReaderCursor>().TagWith(Db.LockTag).FirstOrDefault(c => c.Name == name));

    public static AskedByAll Of(Db db) => Known.GetValue(db.Model, _ => new AskedByAll());
}
