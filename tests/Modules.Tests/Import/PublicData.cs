namespace Callout.Modules.Tests.Import;

/// <summary>Real files that are no part of the project: where they are absent the test is skipped, saying so.</summary>
internal static class PublicData
{
    public static string? At(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", path) is var found && Path.Exists(found)) return found;
        return null;
    }
}

internal sealed class FactOnPublicDataAttribute : FactAttribute
{
    public FactOnPublicDataAttribute(string path) => Skip = PublicData.At(path) is null ? $"../shared/data/{path} is not here." : null;
}
