using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Callout.Modules.Tests.Paper;

/// <summary>A document as a reader finds it.</summary>
internal sealed record Read(IReadOnlyList<string> Pages, int Pictures)
{
    public string All => string.Join(" ", Pages);

    public static Read Of(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var pages = document.GetPages().ToList();
        return new([.. pages.Select(p => Regex.Replace(ContentOrderTextExtractor.GetText(p), @"\s+", " "))], pages.Sum(p => p.NumberOfImages));
    }

    /// <summary>Left among the test's results, so that a person can look at it.</summary>
    public static Read Of(byte[] pdf, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "papers"));
        File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}.pdf"), pdf);
        return Of(pdf);
    }
}
