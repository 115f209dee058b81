using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Callout.App.Import;

/// <param name="Line">The line of the file that it begins on.</param>
/// <param name="Fault">Why it cannot be read, if it cannot.</param>
internal sealed record Row(int Line, IReadOnlyDictionary<string, int> Header, string[] Texts, string? Fault = null)
{
    public string Of(string column) => Texts[Header[column]];
}

/// <summary>A CSV file (RFC 4180, with any delimiter), packed with gzip or not, with a byte order mark or not.</summary>
internal sealed class CsvTable : IDisposable
{
    // No text holds it, whatever its encoding; U+FFFD may stand in a text, where another program lost a letter before.
    private const char Unreadable = '\uFFFF';

    private readonly Stream file;
    private readonly CsvParser parser;
    private readonly Dictionary<string, int> header;
    private bool bad;

    public CsvTable(Stream file, string delimiter = ",", string encoding = "utf-8")
    {
        this.file = file;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var marking = Marking(EncodingAt(file, EncodingOf(encoding)));
        var reader = new StreamReader(Unpacked(file), marking, detectEncodingFromByteOrderMarks: false);
        parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, BadDataFound = _ => bad = true });
        Columns = parser.Read() ? parser.Record! : throw new UsageException("The file is empty; its first line must name the columns.");
        if (Columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new UsageException($"The column {twice.Key} is there twice.");
        header = Columns.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
    }

    public IReadOnlyList<string> Columns { get; }

    public IEnumerable<Row> Rows()
    {
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            var texts = parser.Record!;
            yield return new Row(line, header, texts, Fault(texts));
            bad = false;
        }
    }

    public void Dispose()
    {
        parser.Dispose();
        file.Dispose();
    }

    private string? Fault(string[] texts) =>
        bad ? "A quote is not closed, or stands where none may." :
        texts.Length != Columns.Count ? $"It has {texts.Length} columns; the header has {Columns.Count}." :
        texts.Any(t => t.Contains(Unreadable)) ? "It holds bytes that are not of the encoding that the map names." : null;

    /// <summary>That of the byte order mark, if there is one.</summary>
    private static Encoding EncodingAt(Stream file, Encoding otherwise)
    {
        using var reader = new StreamReader(Unpacked(file), otherwise, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        reader.Peek();
        return reader.CurrentEncoding;
    }

    private static Encoding Marking(Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback(Unreadable.ToString());
        return marking;
    }

    private static Stream Unpacked(Stream file)
    {
        file.Position = 0;
        var (first, second) = (file.ReadByte(), file.ReadByte());
        file.Position = 0;
        return (first, second) == (0x1F, 0x8B) ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    private static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new UsageException($"{name} is not an encoding; say utf-8, windows-1252, iso-8859-1 ….");
        }
    }
}
