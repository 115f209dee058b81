using System.Reflection;

namespace Callout;

/// <summary>The rules that the database keeps itself, one file each with its twin beside the other database. Laid anew at each start.</summary>
internal static class EmbeddedRules
{
    public static IEnumerable<string> Of(Assembly assembly)
    {
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
