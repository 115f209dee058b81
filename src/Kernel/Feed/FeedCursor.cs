using System.Buffers.Text;
using System.Text.Json;

namespace Callout.Kernel;

/// <summary>How far a client has read: the epoch, and a position for each audience. Only the server looks inside.</summary>
internal sealed record FeedCursor(string Epoch, IReadOnlyDictionary<string, long> Positions)
{
    public static FeedCursor Read(string? text, string epoch)
    {
        if (string.IsNullOrEmpty(text)) return new FeedCursor(epoch, new Dictionary<string, long>());
        try
        {
            return JsonSerializer.Deserialize<FeedCursor>(Base64Url.DecodeFromChars(text), Wire.Json)!;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            throw new Unreadable("cursor", "This is not a cursor of the feed. Start without one.");
        }
    }

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, Wire.Json));
}
