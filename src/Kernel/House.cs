using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Kernel;

/// <summary>All modules together: what there is to do, to ask, to see and to react to.</summary>
public sealed partial class House
{
    private readonly List<Module> modules;
    private readonly FrozenDictionary<Type, CommandDefinition> commandsByBody;
    private readonly FrozenDictionary<string, CommandDefinition> commandsByRoute;
    private readonly FrozenDictionary<Type, DocumentDefinition> documentsByEntity;
    private readonly FrozenDictionary<Type, EventAttribute> events;

    public House(IEnumerable<IModule> modules, IServiceCollection services)
    {
        this.modules = [.. modules.Prepend(new KernelModule()).Select(m => Define(m, services))];
        var types = this.modules.SelectMany(m => m.Assembly.GetTypes()).ToList();
        commandsByBody = Commands.ToFrozenDictionary(c => c.Body);
        commandsByRoute = Commands.ToFrozenDictionary(c => c.Route);
        documentsByEntity = Documents.ToFrozenDictionary(d => d.EntityType);
        Upcasters = new(this.modules.SelectMany(m => m.Upcasters), CommandAt);
        Ids = [.. types.Where(Id.IsId)];
        Maps = [.. types.Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEntityMap))).Select(t => (IEntityMap)Activator.CreateInstance(t, nonPublic: true)!)];
        events = types.Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEvent)))
            .ToFrozenDictionary(t => t, t => t.GetCustomAttribute<EventAttribute>() ?? throw new InvalidOperationException($"{t.Name} needs [Event(\"…\")]."));
        Constraints = this.modules.SelectMany(m => m.Constraints).ToFrozenDictionary();
    }

    /// <summary>The same for the same modules, so that the model is built once for them.</summary>
    internal string Shape => string.Join(' ', modules.Select(m => m.Name));

    public IEnumerable<CommandDefinition> Commands => modules.SelectMany(m => m.Commands);

    public IEnumerable<QueryDefinition> Queries => modules.SelectMany(m => m.Queries);

    public IEnumerable<DocumentDefinition> Documents => modules.SelectMany(m => m.Documents);

    public IReadOnlyList<Type> Ids { get; }

    public IReadOnlyDictionary<Type, EventAttribute> Events => events;

    internal IReadOnlyList<IEntityMap> Maps { get; }

    internal IEnumerable<Reaction> Reactions => modules.SelectMany(m => m.Reactions);

    internal IEnumerable<LedgerReader> Readers => modules.SelectMany(m => m.Readers);

    internal IEnumerable<AudienceSource> AudienceSources => modules.SelectMany(m => m.AudienceSources);

    internal IEnumerable<FileSource> FileSources => modules.SelectMany(m => m.FileSources);

    internal IEnumerable<ActorSource> ActorSources => modules.SelectMany(m => m.ActorSources);

    internal IEnumerable<Eraser> Erasers => modules.SelectMany(m => m.Erasers);

    internal IEnumerable<Action<Microsoft.AspNetCore.Routing.IEndpointRouteBuilder>> Endpoints => modules.SelectMany(m => m.Endpoints);

    internal IReadOnlyDictionary<string, (string Code, string Message)> Constraints { get; }

    public Upcasters Upcasters { get; }

    public CommandDefinition? CommandAt(string route) => commandsByRoute.GetValueOrDefault(route);

    public CommandDefinition CommandOf(Type body) => commandsByBody[body];

    internal DocumentDefinition? DocumentsOf(Type entity) => documentsByEntity.GetValueOrDefault(entity);

    internal (string Name, int Version) EventName(Type type) => events.TryGetValue(type, out var e) ? (e.Name, e.Version) : throw new InvalidOperationException($"{type.Name} is in no module.");

    /// <summary>DraftInvoiceOnCompletion becomes draft-invoice-on-completion.</summary>
    public static string Kebab(string name) => Humps().Replace(name, "-$1").ToLowerInvariant();

    private static Module Define(IModule definition, IServiceCollection services)
    {
        var module = new Module(Kebab(definition.GetType().Name.Replace("Module", "")), definition.GetType().Assembly, services);
        definition.Define(module);
        return module;
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Humps();
}
