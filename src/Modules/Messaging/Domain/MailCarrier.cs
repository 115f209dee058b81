using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Callout.Messaging;

/// <summary>E-mail, through the installation's mail server.</summary>
internal sealed class MailCarrier(MessagingSettings settings) : Carrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public override MessageChannel Channel => MessageChannel.Email;

    public override bool IsSetUp => settings.Pretend || settings.Smtp is not null;

    public override async Task<Carried> Carry(Outgoing message, CancellationToken ct)
    {
        if (settings.Pretend) return Carried.Pretended;
        if (settings.Smtp is not { } server) return new Carried.Refused("No mail server is set up.");
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(server.Host, server.Port, server.Plain ? SecureSocketOptions.None : SecureSocketOptions.Auto, ct);
            if (server.User is { } user) await client.AuthenticateAsync(user, server.Password ?? "", ct);
            var answer = await client.SendAsync(Mail(message, server), ct);
            await client.DisconnectAsync(true, ct);
            return new Carried.Taken(answer);
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return new Carried.Refused(refused.Message);
        }
        catch (Exception error) when (error is CommandException or ProtocolException or SocketException or IOException or TimeoutException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException)
        {
            return new Carried.Later(error.Message);
        }
        catch (ParseException)
        {
            return new Carried.Refused("This is no e-mail address.");
        }
    }

    private static MimeMessage Mail(Outgoing message, SmtpServer server)
    {
        var from = MailboxAddress.Parse(server.From);
        var mail = new MimeMessage { MessageId = $"{message.Key:N}@{from.Domain}", Subject = message.Subject ?? "", Body = new TextPart("plain") { Text = message.Text } };
        mail.From.Add(new MailboxAddress(message.FromName, from.Address));
        mail.To.Add(MailboxAddress.Parse(message.To));
        if (message.Answers is { } before)
        {
            mail.InReplyTo = before;
            mail.References.Add(before);
        }

        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add(HeaderId.ContentLanguage, message.Language);
        return mail;
    }
}
