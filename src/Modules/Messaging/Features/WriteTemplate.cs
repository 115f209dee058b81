namespace Callout.Messaging;

[Refuses("message-template.language", "message-template.occasion", "message-template.text", "message-template.unknown")]
public sealed record WriteTemplate(Occasion Occasion, MessageChannel Channel, string Language, string Text, string? Subject = null)
{
    internal static readonly WriteTemplate Example = new(Occasion.Booked, MessageChannel.Sms, "en", "{organisation}: we come on {day} between {from} and {until}. {link}");

    internal static async Task<TemplateWritten> Handle(WriteTemplate command, Session session, CancellationToken ct)
    {
        var known = (await session.LoadAll<Template>(t => t.Occasion == command.Occasion && t.Channel == command.Channel && t.Language == command.Language, ct)).FirstOrDefault();
        var template = known ?? Template.Of(session.New<TemplateId>(), command.Occasion, command.Channel, command.Language);
        if (known is null) session.Add(template);
        return session.Append(template, template.Write(command.Subject, command.Text));
    }
}
