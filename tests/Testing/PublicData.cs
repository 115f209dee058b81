namespace Callout.Testing;

/// <summary>Real files that are no part of the project.</summary>
public static class PublicData
{
    /// <summary>Null where it is absent.</summary>
    public static string? At(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", path) is var found && Path.Exists(found)) return found;
        return null;
    }
}
