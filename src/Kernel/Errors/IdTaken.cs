namespace Callout.Kernel;

/// <summary>Whoever adds something names it; a name that something already has is refused, wherever that may be.</summary>
internal static class IdTaken
{
    public const string Code = "id.taken";

    public static Refusal By(Exception cause) => new(Code, "There is already something under this id. Give what you add an id of its own.", cause);

    /// <summary>By the name that PostgreSQL gives the key, or the column that SQLite names.</summary>
    public static bool Is(string constraint, Db db) =>
        db.Model.GetEntityTypes().Any(e => e.ClrType.IsAssignableTo(typeof(Entity)) && e.GetTableName() is { } table && (constraint == $"pk_{table}" || constraint == $"{table}.id"));
}
