using System.Security.Cryptography;
using MimeKit;

namespace Callout.Messaging;

internal enum Mailed
{
    Taken,

    /// <summary>A machine wrote it.</summary>
    Ignored,

    /// <summary>It cannot be read, or is refused; trying again would not help.</summary>
    Refused,
}

/// <summary>Opens a mail that came in, over whichever way: keeps its attachments, then has it taken.</summary>
internal sealed class MailRoom(Blobs blobs, Commands commands, House house, MessagingSettings settings)
{
    public const long SizeAtMost = 35 << 20;

    private const int FilesAtMost = 20;

    public async Task<Mailed> Take(Stream raw, CancellationToken ct)
    {
        try
        {
            using var mail = await MimeMessage.LoadAsync(raw, ct);
            if (MailReading.IsByMachine(mail, settings.Smtp?.From)) return Mailed.Ignored;
            var command = await Open(mail, ct);
            // Named by the mail, so that the same mail over two ways at once is one command.
            var receipt = await commands.Run(house.CommandAt("mail/take")!, command, Envelope.System(Id.Derived(command.Mail.Value, 0, "take")), ct);
            return receipt.Problem is null or { Code: "command.id-reused" } ? Mailed.Taken : Mailed.Refused;
        }
        catch (FormatException)
        {
            return Mailed.Refused;
        }
    }

    private async Task<TakeMail> Open(MimeMessage mail, CancellationToken ct)
    {
        var from = mail.From.Mailboxes.First();
        var earlier = MailReading.Earlier(mail);
        var text = MailReading.Text(mail, earlier.Count > 0);
        // Without an id of its own it is known by what it says.
        var id = mail.MessageId ?? Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{from.Address}\n{mail.Date:O}\n{mail.Subject}\n{text}")));
        var (files, lost) = await Keep(mail, ct);
        var urgent = mail.Importance == MessageImportance.High || mail.Priority == MessagePriority.Urgent || mail.XPriority is XMessagePriority.Highest or XMessagePriority.High;
        return new(
            IncomingMail.IdOf(id), id, from.Address, Text.Blank(from.Name), mail.Subject ?? "", text, urgent, Text.Blank(mail.Headers[HeaderId.ContentLanguage]), MailReading.Branch(mail),
            files, lost, [.. MailReading.OurKeys(mail)], [.. earlier.Select(IncomingMail.IdOf)]);
    }

    /// <summary>What is attached, and the pictures in the text; what cannot be kept is named.</summary>
    private async Task<(IReadOnlyList<MailedFile> Files, IReadOnlyList<string> Lost)> Keep(MimeMessage mail, CancellationToken ct)
    {
        var (files, lost) = (new List<MailedFile>(), new List<string>());
        foreach (var part in mail.BodyParts.OfType<MimePart>().Where(p => p.IsAttachment || p.ContentType.MediaType == "image"))
        {
            var name = Name(part, files.Count + lost.Count + 1);
            if (files.Count < FilesAtMost && await Keep(part, ct) is { } kept) files.Add(new(kept.Hash, name, kept.MediaType));
            else lost.Add(name);
        }

        return (files, lost);
    }

    private async Task<Blob?> Keep(MimePart part, CancellationToken ct)
    {
        if (part.Content is null) return null;
        using var content = new MemoryStream();
        await part.Content.DecodeToAsync(content, ct);
        var type = Blobs.PictureOf(content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, 64))) ?? part.ContentType.MimeType.ToLowerInvariant();
        content.Position = 0;
        try
        {
            return await blobs.Keep(content, type, ct);
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private static string Name(MimePart part, int number)
    {
        var name = Path.GetFileName((part.FileName ?? $"attachment-{number}.{part.ContentType.MediaSubtype}").Replace('\\', '/'));
        name = new string([.. name.Where(c => !char.IsControl(c))]);
        return name.Length <= 120 ? name : name[^120..];
    }
}
