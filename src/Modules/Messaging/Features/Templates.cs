namespace Callout.Messaging;

/// <summary>The organisation's own words where there are any, ours otherwise.</summary>
internal static class Templates
{
    public static async Task<(string Subject, string Text)> For(Occasion occasion, MessageChannel channel, string language, Reading reading, CancellationToken ct) =>
        await reading.Of<Template>().FirstOrDefaultAsync(t => t.Occasion == occasion && t.Channel == channel && t.Language == language, ct) is { } own
            ? (own.Subject, own.Text) : Phrases.Of(occasion, channel, language);
}
