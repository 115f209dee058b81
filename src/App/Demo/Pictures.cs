using System.Buffers.Binary;
using System.IO.Compression;

namespace Callout.App.Demo;

/// <summary>Small pictures made on the spot: a signature as a line, a photo as a plain drawing.</summary>
internal static class Pictures
{
    private const int Width = 320, Height = 200;

    public static byte[] Signature(int seed) => Png((x, y) =>
    {
        var t = (x - 30) / 260.0;
        var wave = 100 + 45 * Math.Sin(t * 14 + seed) * (1 - t * 0.6) + 18 * Math.Sin(t * 37 + seed * 2);
        return t is >= 0 and <= 1 && Math.Abs(y - wave) < 2.2 ? (20, 25, 29) : (255, 255, 255);
    });

    public static byte[] Photo(int seed, bool after) => Png((x, y) =>
    {
        var inside = x is > 60 and < 260 && y is > 40 and < 170;
        var fan = Math.Sqrt(Math.Pow(x - 130, 2) + Math.Pow(y - 105, 2));
        var ice = !after && y < 90 + 22 * Math.Sin(x / 17.0 + seed);
        if (inside && ice) return (226, 236, 242);
        if (inside) return fan < 44 && (int)(fan / 6) % 2 == 0 ? (70, 78, 84) : (176 + seed % 20, 184, 190);
        return (96 + y / 8, 104 + y / 8, 110 + seed % 24);
    });

    private static byte[] Png(Func<int, int, (int R, int G, int B)> pixel)
    {
        var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + Width * 3];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    var (r, g, b) = pixel(x, y);
                    (row[1 + x * 3], row[2 + x * 3], row[3 + x * 3]) = ((byte)r, (byte)g, (byte)b);
                }

                packed.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "IDAT"u8, rows.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] content)
    {
        byte[] named = [.. name, .. content];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    // As PNG's specification gives it (annex D).
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
