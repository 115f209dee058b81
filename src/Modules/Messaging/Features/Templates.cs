namespace Callout.Messaging;

/// <summary>The organisation's own words where there are any, ours otherwise.</summary>
internal static class Templates
{
    /// <summary>What is said over each way that reaches the recipient.</summary>
    public static async Task<IReadOnlyList<Way>> Ways(Occasion occasion, Recipient to, IReadOnlyDictionary<string, string> facts, Session session, CancellationToken ct)
    {
        var carriers = session.Service<IEnumerable<Carrier>>().Where(c => c.IsSetUp).Select(c => c.Channel).ToHashSet();
        var ways = new List<Way>();
        foreach (var (channel, address) in to.Ways(carriers.Contains))
        {
            var (subject, text) = await For(occasion, channel, to.Language, session, ct);
            ways.Add(new Way(channel, address, channel == MessageChannel.Email ? Phrases.Fill(subject, facts) : null, Phrases.Fill(text, facts)));
        }

        return ways;
    }

    public static async Task<(string Subject, string Text)> For(Occasion occasion, MessageChannel channel, string language, Reading reading, CancellationToken ct) =>
        await reading.Of<Template>().FirstOrDefaultAsync(t => t.Occasion == occasion && t.Channel == channel && t.Language == language, ct) is { } own
            ? (own.Subject, own.Text) : Phrases.Of(occasion, channel, language);
}
