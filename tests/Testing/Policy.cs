using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Testing;

/// <summary>One endpoint in the policy table.</summary>
/// <param name="Door">Method and route.</param>
/// <param name="Who">A letter for each kind of person that it opens for, in the order of <see cref="Policy.Kinds"/>; a dot where it does not.</param>
/// <param name="Reach">How far each id in it reaches, as the matrix found it; <c>?</c> until it was run.</param>
public sealed record PolicyRow(string Door, string Who, string Reach)
{
    public override string ToString() => $"{Door,-52} {Who}  {Reach}".TrimEnd();

    public static PolicyRow Read(string line) =>
        line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var method, var route, var who, .. var rest]
            ? new($"{method} {route}", who, rest.FirstOrDefault() ?? "")
            : throw new FormatException($"This is no row of the policy table: {line}");
}

/// <summary>The table of who may do what, by endpoint, as people approved it.</summary>
public static class Policy
{
    private const string Legend =
        """
        # Who may what, one row for each endpoint that the server lists. ./do approve writes it; read what changed before you commit it.
        #
        # S super admin   O operations manager   B branch manager   D dispatcher   T technician   A accountant   P customer support   U auditor
        # C customer   X contractor   E who has yet to set up the second step   N nobody signed in   (Callout itself may everything)
        #
        # Then for each id in the request how far it reaches:
        #   seen    only what is in their own sight; the rest is answered as what never existed
        #   within  so, but head office may name what does not exist yet
        #   some    only some of what is in their own sight; the rest is answered as what never existed
        #   known   what everyone signed in may see
        #   new     the id of what is added; a taken one is refused, whoever's it is
        #   put     the id of what is written anew: one's own is replaced, another's is taken
        #   filter  narrows a list, which holds what is in sight
        #   open    kept as it is given, and not looked at: it leads nowhere by itself
        # A word in brackets says which refusal stood before the answer; without it the request went through.

        """;

    public static readonly IReadOnlyList<(char Letter, Role? Role)> Kinds =
    [
        ('S', Role.SuperAdmin), ('O', Role.OperationsManager), ('B', Role.BranchManager), ('D', Role.Dispatcher), ('T', Role.Technician), ('A', Role.Accountant),
        ('P', Role.Support), ('U', Role.Auditor), ('C', Role.Customer), ('X', Role.Contractor), ('E', Role.Enrolling), ('N', null),
    ];

    public static string Path => System.IO.Path.Combine(Repository.Root, "tests", "House.Tests", "policy.approved.txt");

    public static bool Approving => Environment.GetEnvironmentVariable("CALLOUT_APPROVE") is { Length: > 0 };

    public static IReadOnlyDictionary<string, PolicyRow> Approved() =>
        File.Exists(Path) ? File.ReadLines(Path).Where(l => l.Length > 0 && l[0] != '#').Select(PolicyRow.Read).DistinctBy(r => r.Door).ToDictionary(r => r.Door) : new Dictionary<string, PolicyRow>();

    public static void Approve(IEnumerable<PolicyRow> rows) =>
        File.WriteAllText(Path, Legend + string.Join('\n', rows.OrderBy(r => r.Door[(r.Door.IndexOf(' ') + 1)..], StringComparer.Ordinal).ThenBy(r => r.Door, StringComparer.Ordinal)) + "\n");

    /// <summary>Every endpoint that the server lists, by method and route.</summary>
    public static IEnumerable<(string Door, RouteEndpoint Endpoint)> Doors(EndpointDataSource source) =>
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.DefaultIfEmpty("ANY") ?? ["ANY"]
        select ($"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}", endpoint);

    public static string Who(Rule rule) =>
        string.Concat(Kinds.Select(k => rule.Allows(k.Role is { } role ? new Principal("somebody", [role], new Sight()) : null) ? k.Letter : '.'));

    /// <summary>Doors that say nothing of who may; the server opens them for nobody.</summary>
    public static IEnumerable<string> WithoutRule(IEnumerable<(string Door, RouteEndpoint Endpoint)> doors) =>
        from door in doors
        where Rule.Of(door.Endpoint) is null
        select $"{door.Door} does not say who may";

    /// <summary>Where what the server says and what was approved part ways.</summary>
    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> said, IReadOnlyDictionary<string, PolicyRow> approved) =>
        said.Keys.Union(approved.Keys).Order(StringComparer.Ordinal)
            .Where(door => said.GetValueOrDefault(door) != approved.GetValueOrDefault(door)?.Who)
            .Select(door => $"{door}: the server says {said.GetValueOrDefault(door) ?? "nothing"}, approved is {approved.GetValueOrDefault(door)?.Who ?? "nothing"}");
}
