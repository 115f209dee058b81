using Microsoft.EntityFrameworkCore.Metadata;

namespace Callout.Kernel;

/// <summary>Whoever adds something names it; a name that something already has is refused, wherever that may be.</summary>
internal static class IdTaken
{
    public const string Code = "id.taken";

    public static Refusal By(Exception cause) => new(Code, "There is already something under this id. Give what you add an id of its own.", cause);

    /// <summary>By the name that PostgreSQL gives the key, or the columns that SQLite names: the key of the thing itself, or of a row that a module keeps beside it.</summary>
    public static bool Is(string constraint, Db db)
    {
        if (db.Model.GetEntityTypes().FirstOrDefault(e => IsKeyOf(e, constraint)) is not { } broken) return false;
        return broken.ClrType.IsAssignableTo(typeof(Entity)) || (broken.ClrType.Assembly != typeof(Db).Assembly && db.ChangeTracker.Entries<Entity>().Any(e => e.State is EntityState.Added));
    }

    private static bool IsKeyOf(IEntityType type, string constraint) =>
        type.GetTableName() is { } table && (constraint == $"pk_{table}" || constraint == string.Join(", ", type.FindPrimaryKey()!.Properties.Select(p => $"{table}.{p.GetColumnName()}")));
}
