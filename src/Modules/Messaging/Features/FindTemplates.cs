namespace Callout.Messaging;

/// <param name="Preview">As a customer would read it, with an example's facts.</param>
/// <param name="Own">The organisation's own words, not ours.</param>
public sealed record TemplateLine(Occasion Occasion, MessageChannel Channel, string Language, string Subject, string Text, string PreviewSubject, string Preview, bool Own);

/// <summary>What is said on each occasion, over each channel, in each language, each with a preview.</summary>
public sealed record FindTemplates(Occasion? Occasion, MessageChannel? Channel, string? Language)
{
    private static readonly Dictionary<string, string> Sample = new()
    {
        ["{name}"] = "Wanjiru Kamau", ["{organisation}"] = "Baridi Cooling", ["{number}"] = "1042", ["{summary}"] = "Cold room at 9 degrees", ["{day}"] = "Monday 23 November",
        ["{from}"] = "10:00", ["{until}"] = "12:00", ["{technician}"] = "Daniel", ["{minutes}"] = "12", ["{link}"] = "https://baridi.example/t/…", ["{phone}"] = "+254 20 500 1000",
    };

    internal static async Task<IReadOnlyList<TemplateLine>> Handle(FindTemplates query, Reading reading, CancellationToken ct)
    {
        var own = await reading.Of<Template>().ToDictionaryAsync(t => (t.Occasion, t.Channel, t.Language), ct);
        return
        [
            .. from occasion in Phrases.Occasions
               where query.Occasion is null || occasion == query.Occasion
               from channel in new[] { MessageChannel.Email, MessageChannel.Sms, MessageChannel.WhatsApp }
               where query.Channel is null || channel == query.Channel
               from language in Phrases.Languages
               where query.Language is null || language == query.Language
               let ours = Phrases.Of(occasion, channel, language)
               let known = own.GetValueOrDefault((occasion, channel, language))
               let subject = known?.Subject ?? ours.Subject
               let text = known?.Text ?? ours.Text
               select new TemplateLine(occasion, channel, language, subject, text, Phrases.Fill(subject, Sample), Phrases.Fill(text, Sample), known is not null),
        ];
    }
}
