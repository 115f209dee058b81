using Microsoft.Extensions.Configuration;

namespace Callout.Messaging;

/// <summary>Through what this installation reaches its customers; read from its configuration (<c>Messaging:Smtp:Host</c>, in the environment <c>Messaging__Smtp__Host</c>).</summary>
/// <param name="Url">Where customers reach this installation.</param>
/// <param name="Phone">Whom customers ring who would rather talk, unless their branch has a number of its own.</param>
/// <param name="InboundSecret">With which whoever hands over incoming mail, or receipts of delivery, must sign it (Standard Webhooks); without one none is taken.</param>
/// <param name="Pretend">Messages count as sent and go nowhere: in a demo whose customers are invented.</param>
/// <param name="Loopback">Whether a provider on this very machine may be called.</param>
public sealed record MessagingSettings(
    string Url = "http://localhost:5080", string? Phone = null, SmtpServer? Smtp = null, Provider? Sms = null, Provider? WhatsApp = null, string? InboundSecret = null, bool Loopback = false, bool Pretend = false, MailboxServer? Mailbox = null)
{
    public static MessagingSettings Of(IConfiguration configuration)
    {
        var of = configuration.GetSection("Messaging");
        return new(
            (of["Url"] ?? "http://localhost:5080").TrimEnd('/'), of["Phone"], SmtpServer.Of(of.GetSection("Smtp")), Provider.Of(of.GetSection("Sms")), Provider.Of(of.GetSection("WhatsApp")),
            of["InboundSecret"], bool.TryParse(of["Loopback"], out var loopback) && loopback, Mailbox: MailboxServer.Of(of.GetSection("Mailbox")));
    }
}

/// <param name="From">The address that mail comes from.</param>
/// <param name="Plain">Without TLS; only for a server on the same machine or network.</param>
public sealed record SmtpServer(string Host, int Port, string From, string? User = null, string? Password = null, bool Plain = false)
{
    internal static SmtpServer? Of(IConfigurationSection of) => of["Host"] is { Length: > 0 } host
        ? new(host, int.TryParse(of["Port"], out var port) ? port : 587, of["From"] ?? $"service@{host}", of["User"], of["Password"], bool.TryParse(of["Plain"], out var plain) && plain)
        : null;
}

/// <summary>Whoever sends text messages for us takes them as signed POSTs (Standard Webhooks).</summary>
public sealed record Provider(Uri Url, string Secret)
{
    internal static Provider? Of(IConfigurationSection of) => of["Url"] is { Length: > 0 } url ? new(new Uri(url), of["Secret"] ?? "") : null;
}

/// <summary>The mailbox to which customers write (IMAP). What has been read there is marked as seen, nothing is deleted.</summary>
/// <param name="Plain">Without TLS; only for a server on the same machine or network.</param>
/// <param name="Seconds">Between two looks into it.</param>
public sealed record MailboxServer(string Host, int Port, string User, string Password, string Folder = "INBOX", bool Plain = false, int Seconds = 30)
{
    internal static MailboxServer? Of(IConfigurationSection of) => of["Host"] is { Length: > 0 } host
        ? new(host, int.TryParse(of["Port"], out var port) ? port : 993, of["User"] ?? "", of["Password"] ?? "", of["Folder"] is { Length: > 0 } folder ? folder : "INBOX",
            bool.TryParse(of["Plain"], out var plain) && plain, int.TryParse(of["Seconds"], out var seconds) ? Math.Max(5, seconds) : 30)
        : null;
}
