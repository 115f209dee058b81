using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Callout.App.Import;

namespace Callout.Modules.Tests.Import;

public sealed class CsvTableTests
{
    [FactOnPublicData("csv-spectrum-csvs")]
    public void Every_known_edge_case_is_read_as_it_should_be()
    {
        foreach (var file in Directory.GetFiles(PublicData.At("csv-spectrum-csvs")!, "*.csv"))
        {
            var expected = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "expected-json", Path.ChangeExtension(Path.GetFileName(file), "json"))));

            Assert.Equal(expected, Read(File.ReadAllBytes(file)));
        }
    }

    [Fact]
    public void A_byte_order_mark_gzip_another_delimiter_and_another_encoding_are_understood()
    {
        Dictionary<string, string>[] expected = [new() { ["name"] = "Café", ["town"] = "Zürich" }];
        var text = "name;town\r\nCafé;Zürich\r\n";

        Assert.Equal(expected, Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], ";"));
        Assert.Equal(expected, Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], ";"));
        Assert.Equal(expected, Read(Encoding.Latin1.GetBytes(text), ";", "windows-1252"));
        Assert.Equal(expected, Read(Packed(Encoding.UTF8.GetBytes(text)), ";"));
    }

    [Fact]
    public void A_row_that_cannot_be_read_says_why_and_on_which_line()
    {
        using var table = new CsvTable(new MemoryStream(Encoding.Latin1.GetBytes("a,b\n1,2\n3\n\"4\n4\",5\n6,Caf\u00e9\n")));

        var rows = table.Rows().ToList();

        Assert.Equal([2, 3, 4, 6], rows.Select(r => r.Line));
        Assert.Equal([null, "It has 1 columns; the header has 2.", null, "It holds bytes that are not of the encoding that the map names."], rows.Select(r => r.Fault));
    }

    [Fact]
    public void Letters_that_another_program_lost_are_no_fault_of_the_row()
    {
        var text = "a,b\n1,The Mayor\uFFFDs line\n";

        Assert.Equal("The Mayor\uFFFDs line", Assert.Single(Read(Encoding.UTF8.GetBytes(text)))["b"]);
        Assert.Equal("The Mayor\uFFFDs line", Assert.Single(Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]))["b"]);
        Assert.Equal("a", Assert.Single(Read(Packed([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("a\na\n")]))).Keys.Single());
        using var broken = new CsvTable(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.Latin1.GetBytes("a\nCaf\u00e9\n")]));
        Assert.Equal("It holds bytes that are not of the encoding that the map names.", Assert.Single(broken.Rows()).Fault);
    }

    private static List<Dictionary<string, string>> Read(byte[] bytes, string delimiter = ",", string encoding = "utf-8")
    {
        using var table = new CsvTable(new MemoryStream(bytes), delimiter, encoding);
        return [.. table.Rows().Select(r => table.Columns.ToDictionary(c => c, r.Of))];
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
