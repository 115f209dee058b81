namespace Callout.Modules.Tests.Import;

/// <summary>Where the real file is absent the test is skipped, saying so.</summary>
internal sealed class FactOnPublicDataAttribute : FactAttribute
{
    public FactOnPublicDataAttribute(string path) => Skip = PublicData.At(path) is null ? $"../shared/data/{path} is not here." : null;
}
