namespace Callout.Messaging;

/// <summary>The organisation's own words for an occasion, channel and language; without them ours are used.</summary>
internal sealed class Template : Entity<TemplateId>
{
    public Occasion Occasion { get; private init; }

    public MessageChannel Channel { get; private init; }

    public string Language { get; private init; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public static Template Of(TemplateId id, Occasion occasion, MessageChannel channel, string language)
    {
        Refusal.If(!Phrases.Languages.Contains(language), "message-template.language", $"Messages are written in {string.Join(", ", Phrases.Languages)}.");
        Refusal.If(!Phrases.Occasions.Contains(occasion), "message-template.occasion", "Only what customers are told in set words has a template.");
        return new Template { Id = id, Occasion = occasion, Channel = channel, Language = language };
    }

    public TemplateWritten Write(string? subject, string text)
    {
        Refusal.If(string.IsNullOrWhiteSpace(text) || text.Length > Message.TextLength, "message-template.text", $"Give a text of at most {Message.TextLength:N0} characters.");
        Refusal.If(Phrases.Unknown(text + subject) is { } unknown, "message-template.unknown", $"There is no {Phrases.Unknown(text + subject)}; these can be filled in: {string.Join(", ", Phrases.Known)}.");
        (Subject, Text) = (subject?.Trim() ?? "", text.Trim());
        return new TemplateWritten(Id, Occasion, Channel, Language);
    }
}
