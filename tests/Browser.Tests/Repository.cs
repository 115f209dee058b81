namespace Callout.Browser.Tests;

internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Screens { get; } = Directory.CreateDirectory(Path.Combine(Root, "artifacts", "test-output", "screens")).FullName;

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Callout.slnx")) ? folder.FullName : Find(folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository."));
}
