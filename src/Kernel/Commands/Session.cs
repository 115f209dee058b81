using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Callout.Kernel;

/// <summary>One command's work: load, ask the entity, append the event. What it changed is committed with its events and its receipt, or not at all.</summary>
public sealed class Session : Reading
{
    private readonly Envelope envelope;
    private readonly House house;
    private readonly List<(Subject Subject, Entity? Entity, IEvent Event)> appended = [];
    private readonly Dictionary<Guid, byte[]> personKeys = [];
    private readonly HashSet<BranchId> reached = [], met = [];
    private readonly Dictionary<Guid, SeenVersion> seenVersions = [];
    private bool overrules;

    internal Session(Db db, House house, IServiceProvider services, Envelope envelope, Instant now) : base(db, services, envelope.Principal, now) =>
        (this.envelope, this.house, seenVersions) = (envelope, house, envelope is { Entity: { } entity, BaseVersion: { } version } ? new() { [entity] = new(version, false) } : []);

    /// <summary>When it happened, by the device's clock after correction; now, when it is done at the desk.</summary>
    public Instant OccurredAt => envelope.OccurredAt ?? Now;

    /// <summary>The technician who sends the command.</summary>
    public ResourceId Technician => Principal.Sight.Technician ?? throw new Forbidden("a technician");

    public Guid CommandId => envelope.Id;

    /// <summary>Everything is done as if it were meant, with what the database itself says to it, and then undone.</summary>
    internal bool OnlyTries { get; set; }

    public TId New<TId>() where TId : struct, IId<TId> => Id.New<TId>(Now);

    /// <summary>The row, locked until the commit. With <paramref name="seen"/>, only if it is still at the version the person saw.</summary>
    public async Task<T> Load<T, TId>(TId id, CancellationToken ct, long? seen = null) where T : Entity<TId> where TId : struct, IId<TId>
    {
        var entity = Db.ChangeTracker.Entries<T>().FirstOrDefault(e => e.Entity.Id.Equals(id))?.Entity
            ?? await Locked<T>().FirstOrDefaultAsync(e => e.Id.Equals(id), ct) ?? throw new Missing();
        if (seen is { } version && !overrules) Saw(entity, version);
        return entity;
    }

    // What was recorded on a device is judged by what it changes; at the desk nobody chooses later what they can look at now.
    private void Saw(Entity entity, long version)
    {
        if (envelope.Device is null) Stale.If(version, entity.Version);
        else seenVersions[entity.Key] = new(version, true);
    }

    /// <summary>Somebody has looked at both values: what the command saw does not matter any more.</summary>
    internal void Overrule()
    {
        overrules = true;
        seenVersions.Clear();
    }

    /// <summary>Throws when the command set a field that another had set since its sender looked.</summary>
    internal async Task Reconcile(CancellationToken ct)
    {
        if (seenVersions.Count > 0 && await Clash.Find(Db, Principal, seenVersions, ct) is { } clash) throw new Conflicting(clash);
    }

    /// <summary>The fields of such rows that people set by name, as on the wire.</summary>
    internal IReadOnlyCollection<string> OwnedFieldsOf(string row) => Clash.OwnedFields(row, Db);

    /// <summary>All rows that match, locked until the commit, in the order of their ids so that two sessions never wait for each other.</summary>
    public Task<List<T>> LoadAll<T>(Expression<Func<T, bool>> match, CancellationToken ct) where T : Entity =>
        Locked<T>().Where(match).OrderBy(e => EF.Property<object>(e, "Id")).ToListAsync(ct);

    public TEvent Add<TEvent>(Entity entity, TEvent @event) where TEvent : IEvent
    {
        Add(entity);
        return Append(entity, @event);
    }

    /// <summary>A row beside the one that the event is about.</summary>
    public void Add(Entity entity) => Begin(entity);

    public TEvent Append<TEvent>(Entity entity, TEvent @event) where TEvent : IEvent
    {
        appended.Add((Subject.Of(entity), entity, @event));
        return @event;
    }

    /// <summary>For what happens to something that is not a row of its own.</summary>
    public TEvent Append<TEvent>(Subject subject, TEvent @event) where TEvent : IEvent
    {
        appended.Add((subject, null, @event));
        return @event;
    }

    /// <summary>Runs another module's command along an arrow: in this transaction, under this command's id and authority.</summary>
    public async Task<TAnswer> Run<TAnswer>(object command, CancellationToken ct) =>
        (TAnswer)await house.CommandOf(command.GetType()).Handle(command, this, ct);

    /// <summary>Sends the command at that instant, as Callout itself. The same key replaces what was planned before.</summary>
    public async Task At(Instant at, string key, object command, CancellationToken ct)
    {
        await NotAt(key, ct);
        var route = house.CommandOf(command.GetType()).Route;
        Db.Add(new Due { Id = Guid.CreateVersion7(Now.ToDateTimeOffset()), Key = key, At = at.ToMicroseconds(), Command = route, Schema = house.Upcasters.VersionOf(route), Body = Wire.Write(command) });
    }

    public async Task NotAt(string key, CancellationToken ct)
    {
        Db.RemoveRange(Db.Set<Due>().Local.Where(d => d.Key == key).ToList());
        Db.RemoveRange(await Db.Set<Due>().Where(d => d.Key == key).ToListAsync(ct));
    }

    /// <summary>The next number of a series, without gaps: what is refused gives its number back.</summary>
    public async Task<long> Next(string series, CancellationToken ct)
    {
        var counter = Db.Set<Counter>().Local.FirstOrDefault(c => c.Series == series)
            ?? await AskedByAll.Of(Db).Counter(Db, series, ct)
            ?? Db.Add(new Counter { Series = series }).Entity;
        return ++counter.Last;
    }

    /// <summary>Keeps a personal value under that person's own key, so that an event may refer to it.</summary>
    public async Task<Sealed> Seal(PersonId person, string text, CancellationToken ct)
    {
        var value = New<Sealed>();
        Db.Add(new PersonalValue { Id = value, Person = person.Value, Cipher = KeyRing.Seal(await KeyOf(person.Value, ct), value, text) });
        return value;
    }

    /// <summary>For rows that are nothing by themselves, such as the words that an account is found by: those that match become exactly these.</summary>
    public async Task Replace<T>(Expression<Func<T, bool>> match, IEnumerable<T> rows, CancellationToken ct) where T : class
    {
        var (known, wanted) = (await Db.Set<T>().IgnoreQueryFilters().Where(match).ToListAsync(ct), rows.ToList());
        Db.RemoveRange(known.Except(wanted));
        foreach (var row in wanted.Except(known)) Begin(row);
    }

    /// <summary>Rows that are no entities (positions, tickets, counters), locked until the commit.</summary>
    public IQueryable<T> Locked<T>() where T : class => Db.Set<T>().TagWith(Db.LockTag);

    /// <summary>Adds a row that is no entity; it needs no event.</summary>
    public void Keep(object row) => Begin(row);

    /// <summary>Removes rows that are no entities.</summary>
    public void Drop(params IEnumerable<object> rows) => Db.RemoveRange(rows);

    /// <summary>Writes the changed rows and gives back the events in their order, yet without position.</summary>
    internal async Task<IReadOnlyList<LedgerEntry>> Save(CancellationToken ct)
    {
        Db.ChangeTracker.DetectChanges();
        var changed = Db.ChangeTracker.Entries<Entity>().Where(e => e.State is not EntityState.Unchanged).ToList();
        if (changed.Count > 0 && appended.Count == 0) throw new InvalidOperationException($"{changed[0].Metadata.ClrType.Name} was changed without an event.");
        StayInSight();
        Db.AddRange(changed.Select((row, no) => Change.Of(row, envelope.Id, no, Principal, Now)).OfType<Change>());
        var touched = changed.Select(e => e.Entity).Union(appended.Select(a => a.Entity).OfType<Entity>()).ToList();
        foreach (var entity in touched) entity.Stamp(Now, Principal.Key);
        Db.ChangeTracker.DetectChanges();
        await Db.SaveChangesAsync(ct);
        return [.. appended.Select((a, ordinal) => Entry(a.Subject, a.Event, ordinal, ordinal == appended.Count - 1 ? Documents(touched) : ""))];
    }

    /// <summary>Says that who sends the command may add to this branch without seeing all of it: it serves them.</summary>
    public void Reaches(BranchId branch) => reached.Add(branch);

    private protected override void Meet(Entity entity)
    {
        if (entity is IInBranch { Branch: var branch }) met.Add(branch);
    }

    // What is added or moved ends in a branch of the sender's sight. Who sees no branches adds where what they have hold of already is.
    private void StayInSight()
    {
        var sight = Principal.Sight;
        if (sight.Everywhere) return;
        var inBranches = Db.ChangeTracker.Entries<IInBranch>().ToList();
        if (sight.Technician is not null || sight.Account is not null) reached.UnionWith(inBranches.Where(r => r.State is not EntityState.Added).Select(BranchBefore).Union(met));
        var outside = inBranches.Where(r => r.State is EntityState.Added || (r.State is EntityState.Modified && BranchBefore(r) != r.Entity.Branch)).Select(r => r.Entity.Branch);
        if (outside.Except(reached).Except(sight.Branches).Any()) throw new Missing();
    }

    private static BranchId BranchBefore(EntityEntry row) => (BranchId)row.Property(nameof(IInBranch.Branch)).OriginalValue!;

    private void Begin(object row)
    {
        try
        {
            Db.Add(row);
        }
        catch (InvalidOperationException error) when (Db.Entry(row).State is EntityState.Detached)
        {
            // This session holds another row under the same key.
            throw IdTaken.By(error);
        }
    }

    private string Documents(IEnumerable<Entity> entities) =>
        string.Join(' ', entities.Select(e => house.DocumentsOf(e.GetType()) is { } document ? $"{document.Name}/{e.Key}" : null).OfType<string>().Distinct());

    private LedgerEntry Entry(Subject subject, IEvent @event, int ordinal, string touched)
    {
        var (name, version) = house.EventName(@event.GetType());
        var (body, salt) = (Wire.Write(@event), RandomNumberGenerator.GetBytes(16));
        return new LedgerEntry
        {
            CommandId = envelope.Id, Ordinal = ordinal, Name = name, Version = version,
            SubjectType = subject.Type, SubjectId = subject.Id, Branch = subject.Branch?.Value,
            Actor = Principal.Key, Device = envelope.Device?.Value, At = Now,
            OccurredAt = OccurredAt.ToMicroseconds(), OccurredQuality = envelope.OccurredQuality, Depth = envelope.Depth,
            Body = body, Salt = salt, BodyHash = Chain.BodyHash(salt, body), Touched = touched,
        };
    }

    private async Task<byte[]> KeyOf(Guid person, CancellationToken ct)
    {
        if (personKeys.TryGetValue(person, out var known)) return known;
        var ring = Service<KeyRing>();
        if (await Db.Set<PersonKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Person == person, ct) is { } row) return personKeys[person] = ring.Unwrap(row);
        var (created, key) = ring.NewKey(person);
        Db.Add(created);
        return personKeys[person] = key;
    }
}
