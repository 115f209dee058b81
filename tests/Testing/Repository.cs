namespace Callout.Testing;

/// <summary>A file of the source, by its path from the root.</summary>
public sealed record SourceFile(string Path, string Text);

/// <summary>The source as it lies in the working copy.</summary>
public static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static IReadOnlyList<SourceFile> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal)),
    ];

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Callout.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
