using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>The one context over every module's private tables. What it finds is bounded by the sight it is given.</summary>
public sealed class Db : DbContext
{
    private readonly House house;
    private readonly IStorage storage;

    public Db(DbContextOptions<Db> options) : base(options)
    {
        var services = options.FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
        (house, storage) = (services.GetRequiredService<House>(), services.GetRequiredService<IStorage>());
        // A command's session looks for changes when it saves, not at each row that it loads.
        ChangeTracker.AutoDetectChangesEnabled = false;
        Database.AutoSavepointsEnabled = false;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
    }

    /// <summary>Marks a query whose rows stay locked until the commit; the storage knows how.</summary>
    internal const string LockTag = "lock";

    internal House House => house;

    public bool SeesEverywhere { get; private set; }

    public List<BranchId> SeesBranches { get; private set; } = [];

    public ResourceId? SeesTechnician { get; private set; }

    public AccountId? SeesAccount { get; private set; }

    /// <summary>Everyone sees what is their own.</summary>
    public PersonId? SeesPerson { get; private set; }

    internal Db Through(Sight sight, PersonId? person = null)
    {
        SeesPerson = person;
        SeesEverywhere = sight.Everywhere;
        SeesBranches = [.. sight.Branches];
        (SeesTechnician, SeesAccount) = (sight.Technician, sight.Account);
        return this;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Enum>().HaveConversion<string>();
        storage.Conventions(conventions, house.Ids);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        foreach (var map in house.Maps) map.Apply(model, this);
        foreach (var entity in model.Model.GetEntityTypes()) SnakeCase(entity);
    }

    private static void SnakeCase(IMutableEntityType entity)
    {
        if (entity.GetTableName() is { } table && table == entity.ShortName()) entity.SetTableName(Snake(table));
        foreach (var property in entity.GetProperties()) property.SetColumnName(Snake(property.Name));
        foreach (var complex in entity.GetComplexProperties())
            foreach (var property in complex.ComplexType.GetProperties()) property.SetColumnName($"{Snake(complex.Name)}_{Snake(property.Name)}");
        foreach (var key in entity.GetKeys()) key.SetName($"pk_{entity.GetTableName()}");
        foreach (var index in entity.GetIndexes()) index.SetDatabaseName($"ix_{entity.GetTableName()}_{string.Join('_', index.Properties.Select(p => Snake(p.Name)))}");
    }

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 && name[i - 1] != '_' ? $"_{char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));
}
