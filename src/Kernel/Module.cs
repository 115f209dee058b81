using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

public interface IModule
{
    /// <summary>Lists everything the module does.</summary>
    void Define(Module module);
}

/// <summary>A module's table of contents while it is being written. Ids, events and entity maps are found by convention in its assembly.</summary>
public sealed class Module(string name, Assembly assembly, IServiceCollection services)
{
    internal List<CommandDefinition> Commands { get; } = [];

    internal List<Upcaster> Upcasters { get; } = [];

    internal List<QueryDefinition> Queries { get; } = [];

    internal List<DocumentDefinition> Documents { get; } = [];

    internal List<Reaction> Reactions { get; } = [];

    internal List<LedgerReader> Readers { get; } = [];

    internal List<Eraser> Erasers { get; } = [];

    internal List<AudienceSource> AudienceSources { get; } = [];

    internal List<ActorSource> ActorSources { get; } = [];

    internal List<FileSource> FileSources { get; } = [];

    internal List<Action<IEndpointRouteBuilder>> Endpoints { get; } = [];

    internal Dictionary<string, (string Code, string Message)> Constraints { get; } = [];

    internal Assembly Assembly => assembly;

    public string Name => name;

    /// <summary>For what a module needs at run time beside its handlers: clients of outside services, background work.</summary>
    public IServiceCollection Services => services;

    /// <summary>POST /api/{route}, a line of a sync, and <c>callout call {route}</c>.</summary>
    public void Command<TCommand, TAnswer>(string route, Func<TCommand, Session, CancellationToken, Task<TAnswer>> handle, Rule may)
        where TCommand : notnull where TAnswer : notnull =>
        Commands.Add(new(name, route, typeof(TCommand), typeof(TAnswer), may, async (body, session, ct) => await handle((TCommand)body, session, ct)));

    /// <summary>For a command whose shape changed: its next version from one that devices still hold.</summary>
    public void Upcast(string route, int version, Func<JsonObject, JsonObject> cast) => Upcasters.Add(new(route, version, cast, route, version + 1));

    /// <summary>For a command that is said under another route since.</summary>
    public void Upcast(string route, int version, Func<JsonObject, JsonObject> cast, string into, int intoVersion) => Upcasters.Add(new(route, version, cast, into, intoVersion));

    /// <summary>GET /api/{route}; the query's properties come from the route and the query string.</summary>
    public void Query<TQuery, TAnswer>(string route, Func<TQuery, Reading, CancellationToken, Task<TAnswer>> handle, Rule may)
        where TQuery : notnull where TAnswer : notnull =>
        Queries.Add(new(name, route, typeof(TQuery), typeof(TAnswer), may, async (query, reading, ct) => await handle((TQuery)query, reading, ct)));

    /// <summary>A document of the feed: rendered anew whenever a command changed the entity, for each view that shapes it.</summary>
    public void Document<TEntity>(string name, Func<TEntity, IEnumerable<Audience>> audiences, Func<TEntity, Shapes> shapes) where TEntity : Entity =>
        Documents.Add(new DocumentDefinition<TEntity>(name, audiences, shapes));

    /// <summary>Runs in a transaction of its own after the event, once, in order for each subject. Named by the class that handles it.</summary>
    public void React<TEvent>(Func<TEvent, Session, CancellationToken, Task> handle) where TEvent : IEvent =>
        Reactions.Add(new Reaction(House.Kebab(handle.Method.DeclaringType!.Name), typeof(TEvent), (entry, session, ct) => handle(entry.Read<TEvent>(), session, ct)));

    /// <summary>Like the other, for who must know the entry around the event: when it happened, who did it, its command.</summary>
    /// <param name="concerned">For events of which most ask for nothing: those that may, found with one question for many.</param>
    public void React<TEvent>(
        Func<TEvent, LedgerEntry, Session, CancellationToken, Task> handle, Func<IReadOnlyList<TEvent>, Reading, CancellationToken, Task<IReadOnlyList<TEvent>>>? concerned = null) where TEvent : IEvent =>
        Reactions.Add(new Reaction(House.Kebab(handle.Method.DeclaringType!.Name), typeof(TEvent), (entry, session, ct) => handle(entry.Read<TEvent>(), entry, session, ct), concerned is null ? null : async (entries, reading, ct) =>
        {
            var events = entries.Select(e => (Entry: e, Event: e.Read<TEvent>())).ToList();
            var found = (await concerned([.. events.Select(e => e.Event)], reading, ct)).ToHashSet();
            return [.. events.Where(e => found.Contains(e.Event)).Select(e => e.Entry)];
        }));

    /// <summary>A reader of the whole ledger with its own cursor, which moves in the transaction of its effect: measures, webhooks.</summary>
    public void Read(string name, Func<IReadOnlyList<LedgerEntry>, Session, CancellationToken, Task> handle) => Readers.Add(new LedgerReader(name, handle));

    /// <summary>Further audiences that the reader belongs to now, such as the sites shown to a technician.</summary>
    public void Audiences(Func<Reading, CancellationToken, Task<IReadOnlyList<Audience>>> of) => AudienceSources.Add(new AudienceSource(of));

    /// <summary>Who stands behind the keys by which the ledger names those who act; what is not known is left out.</summary>
    public void Actors(Func<IReadOnlyCollection<string>, Reading, CancellationToken, Task<IReadOnlyDictionary<string, string>>> names) => ActorSources.Add(new ActorSource(names));

    /// <summary>Which of these files, by hash, this module's rows name; what no row names for long is swept.</summary>
    public void Files(Func<IReadOnlyCollection<string>, Reading, CancellationToken, Task<IReadOnlyCollection<string>>> named) => FileSources.Add(new FileSource(named));

    /// <summary>Empties what this module's rows say of a person who is to be forgotten, and appends an event for each row.</summary>
    public void Erase(Func<PersonId, Session, CancellationToken, Task> erase) => Erasers.Add(new Eraser(erase));

    /// <summary>What to say when a rule of the database itself is broken.</summary>
    public void Constraint(string constraint, string code, string message) => Constraints[constraint] = (code, message);

    /// <summary>For the few doors that are neither a command nor a query: signing in, uploads, calendar files.</summary>
    public void Endpoint(Action<IEndpointRouteBuilder> map) => Endpoints.Add(map);
}

internal sealed record AudienceSource(Func<Reading, CancellationToken, Task<IReadOnlyList<Audience>>> Of);

internal sealed record ActorSource(Func<IReadOnlyCollection<string>, Reading, CancellationToken, Task<IReadOnlyDictionary<string, string>>> Names);

internal sealed record FileSource(Func<IReadOnlyCollection<string>, Reading, CancellationToken, Task<IReadOnlyCollection<string>>> Named);

internal sealed record Eraser(Func<PersonId, Session, CancellationToken, Task> Erase);
