using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Callout.Kernel;

/// <summary>What a map says beside EF's own builder: whose eyes reach the row, and which texts are personal.</summary>
public sealed class Mapping<T>(EntityTypeBuilder<T> entity, Db db) where T : class
{
    internal const string PersonalNote = "Callout:Personal", OwnerNote = "Callout:Owner";

    private readonly ParameterExpression row = Expression.Parameter(typeof(T), "row");
    private readonly List<Expression> reaches = [];
    private bool scoped;

    public EntityTypeBuilder<T> Entity => entity;

    /// <summary>Everyone signed in may see it: skills, articles, work types.</summary>
    public Mapping<T> SeenByAll()
    {
        scoped = true;
        return this;
    }

    /// <summary>Seen by whose sight holds the branch.</summary>
    public Mapping<T> SeenInBranch(Expression<Func<T, BranchId>> branch) =>
        Reach(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(BranchId)], Sees(nameof(Db.SeesBranches)), On(branch)));

    public Mapping<T> SeenByTechnician(Expression<Func<T, ResourceId?>> technician) => Reach(Same(nameof(Db.SeesTechnician), technician));

    public Mapping<T> SeenByCustomer(Expression<Func<T, AccountId?>> account) => Reach(Same(nameof(Db.SeesAccount), account));

    public Mapping<T> SeenByPerson(Expression<Func<T, PersonId?>> person) => Reach(Same(nameof(Db.SeesPerson), person));

    /// <summary>Any other reach, for example through the site: the lambda may read the <see cref="Db"/> it is given.</summary>
    public Mapping<T> SeenThrough(Expression<Func<T, Db, bool>> reach) =>
        Reach(new Swap(reach.Parameters[0], row, reach.Parameters[1], Expression.Constant(db)).Visit(reach.Body)!);

    /// <summary>Texts that say something about a person; they are masked in the ledger's before and after, and an erasure must empty them.</summary>
    public Mapping<T> Personal(params Expression<Func<T, string?>>[] texts) => Note(texts, true);

    /// <summary>What else says something about a person: where they live, when they were born.</summary>
    public Mapping<T> PersonalValue<TValue>(Expression<Func<T, TValue>> value)
    {
        entity.Property(value).HasAnnotation(PersonalNote, true);
        return this;
    }

    /// <summary>Texts that say nothing about a person: codes, units, names of things.</summary>
    public Mapping<T> NotPersonal(params Expression<Func<T, string?>>[] texts) => Note(texts, false);

    /// <summary>Fields that people set by name, and who has the last word about them when two set one without knowing of each other.</summary>
    public Mapping<T> Owned(Owner owner, params Expression<Func<T, object?>>[] fields)
    {
        foreach (var field in fields)
            entity.Property(((MemberExpression)(field.Body is UnaryExpression boxed ? boxed.Operand : field.Body)).Member.Name).HasAnnotation(OwnerNote, owner.ToString());
        return this;
    }

    /// <summary>A list or record that belongs to this row alone, kept whole in one column as it is written on the wire. Replace it, never change it in place.</summary>
    public Mapping<T> Json<TValue>(Expression<Func<T, TValue>> value, bool personal = false)
    {
        entity.Property(value)
            .HasConversion(new ValueConverter<TValue, string>(v => Wire.Write(v!), text => (TValue)Wire.Read(text, typeof(TValue))), new ValueComparer<TValue>((a, b) => Equals(a, b), v => v!.GetHashCode()))
            .HasAnnotation(PersonalNote, personal);
        return this;
    }

    internal void Complete()
    {
        if (typeof(Entity).IsAssignableFrom(typeof(T))) Stamps();
        if (!scoped) throw new InvalidOperationException($"{typeof(T).Name} does not say who sees it.");
        if (entity.Metadata.GetProperties().FirstOrDefault(p => p.ClrType == typeof(string) && p.FindAnnotation(PersonalNote) is null) is { } text)
            throw new InvalidOperationException($"{typeof(T).Name}.{text.Name} does not say whether it is personal.");
        if (reaches.Count > 0)
            entity.HasQueryFilter("sight", Expression.Lambda<Func<T, bool>>(reaches.Aggregate(Sees(nameof(Db.SeesEverywhere)), Expression.OrElse), row));
    }

    private void Stamps()
    {
        entity.HasKey("Id");
        entity.Property("Id").ValueGeneratedNever();
        entity.Property<long>(nameof(Kernel.Entity.Version)).IsConcurrencyToken();
        entity.Property<string>(nameof(Kernel.Entity.CreatedBy)).HasAnnotation(PersonalNote, false);
        entity.Property<string>(nameof(Kernel.Entity.ChangedBy)).HasAnnotation(PersonalNote, false);
    }

    private Mapping<T> Note(Expression<Func<T, string?>>[] texts, bool personal)
    {
        foreach (var text in texts) entity.Property(text).HasAnnotation(PersonalNote, personal);
        return this;
    }

    private Mapping<T> Reach(Expression reach)
    {
        scoped = true;
        reaches.Add(reach);
        return this;
    }

    private Expression Sees(string name) => Expression.Property(Expression.Constant(db), name);

    private Expression On(LambdaExpression property) => new Swap(property.Parameters[0], row).Visit(property.Body)!;

    private BinaryExpression Same(string mine, LambdaExpression theirs)
    {
        var value = Sees(mine);
        return Expression.AndAlso(Expression.NotEqual(value, Expression.Constant(null, value.Type)), Expression.Equal(On(theirs), value));
    }

    private sealed class Swap(Expression from, Expression to, Expression? other = null, Expression? with = null) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : node is not null && node == other ? with : base.Visit(node);
    }
}
