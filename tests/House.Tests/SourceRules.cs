using System.Text.RegularExpressions;

namespace Callout.House.Tests;

/// <summary>Rules that are read off the source; each gives back what breaks it.</summary>
internal static partial class SourceRules
{
    /// <summary>What each module may know beside the kernel (house.md, section 2).</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Identity"] = [], ["Customers"] = [], ["Workforce"] = [], ["Analytics"] = [], ["Integration"] = [],
        ["Knowledge"] = ["Customers"],
        ["Contracts"] = ["Customers"],
        ["WorkOrders"] = ["Identity", "Customers", "Workforce", "Knowledge", "Contracts", "Paper"],
        ["Inventory"] = ["WorkOrders"],
        ["Monitoring"] = ["Customers", "WorkOrders"],
        ["Scheduling"] = ["WorkOrders", "Workforce", "Inventory", "Contracts", "Optimizer"],
        ["Billing"] = ["Identity", "WorkOrders", "Contracts", "Inventory", "Paper"],
        ["Messaging"] = ["Identity", "Customers", "Workforce", "WorkOrders", "Scheduling", "Billing"],
    };

    /// <summary>Public are the contract, the module's contents page, and the records of its commands and queries.</summary>
    public static IEnumerable<string> PublicOutsideTheContract(IEnumerable<SourceFile> files) =>
        from file in files
        let parts = file.Path.Split('/')
        where parts is ["src", "Modules", _, ..] && parts is not [.., "Contract", _] and not [.., "Features", _] && !file.Path.EndsWith("Module.cs", StringComparison.Ordinal)
        where PublicType().IsMatch(file.Text)
        select $"{file.Path} declares a public type";

    /// <summary>A folder's name says what is in it, so only these are found in a module.</summary>
    public static IEnumerable<string> UnknownFolders(IEnumerable<SourceFile> files) =>
        from file in files
        let parts = file.Path.Split('/')
        where parts is ["src", "Modules", _, _, ..] && parts.Length > 4 && parts[3] is not ("Contract" or "Domain" or "Features" or "Documents" or "Reactions" or "Storage")
        select $"{file.Path} lies in a folder that no module has";

    public static IEnumerable<string> WrongArrows(IEnumerable<SourceFile> projects) =>
        from project in projects
        let name = Path.GetFileNameWithoutExtension(project.Path)
        from reference in Reference().Matches(project.Text).Select(m => Path.GetFileNameWithoutExtension(m.Groups[1].Value.Replace('\\', '/')))
        where !(Arrows.GetValueOrDefault(name) ?? []).Contains(reference)
        select $"{name} may not know {reference}";

    /// <summary>The time comes from the session, or from the clock that stands on TimeProvider.</summary>
    public static IEnumerable<string> ReadingTheSystemClock(IEnumerable<SourceFile> files) =>
        from file in files
        from Match match in SystemClock().Matches(file.Text)
        select $"{file.Path} reads the system's clock: {match.Value}";

    /// <summary>Only Storage may know which database it is.</summary>
    public static IEnumerable<string> KnowingTheDatabase(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Path.StartsWith("src/Storage/", StringComparison.Ordinal) && !file.Path.StartsWith("src/App/", StringComparison.Ordinal)
        from Match match in Database().Matches(file.Text)
        select $"{file.Path} knows the database: {match.Value}";

    [GeneratedRegex(@"^public\s+(?:sealed |static |abstract |partial |readonly )*(?:class|record|struct|interface|enum)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex("""<ProjectReference Include="([^"]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|SystemClock\.|Environment\.TickCount|Guid\.CreateVersion7\(\)")]
    private static partial Regex SystemClock();

    [GeneratedRegex(@"using (?:Npgsql|Microsoft\.Data\.Sqlite)\b[^;]*;|ExecuteSqlRaw|FromSqlRaw|IsNpgsql|IsSqlite")]
    private static partial Regex Database();
}
