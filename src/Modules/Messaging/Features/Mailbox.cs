using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.Extensions.Logging;

namespace Callout.Messaging;

/// <summary>Looks into the mailbox for what is unseen. Several nodes may look at once: the mail's own id keeps it to once.</summary>
internal sealed class Mailbox(MessagingSettings settings, MailRoom room, IClock clock, ILogger<Mailbox> log) : Worker("mailbox")
{
    private const int Batch = 20, PatienceMilliseconds = 20_000;

    private Instant next = Instant.MinValue;

    public override async Task<bool> Step(CancellationToken ct)
    {
        if (settings.Mailbox is not { } server || clock.GetCurrentInstant() is var now && now < next) return false;
        next = now + Duration.FromSeconds(server.Seconds);
        try
        {
            return await Look(server, ct);
        }
        catch (Exception error) when (error is CommandException or ProtocolException or SocketException or IOException or TimeoutException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or FolderNotFoundException or FolderNotOpenException)
        {
            log.LogWarning("The mailbox cannot be read and is tried again: {Reason}", error.Message);
            return false;
        }
    }

    private async Task<bool> Look(MailboxServer server, CancellationToken ct)
    {
        using var client = new ImapClient { Timeout = PatienceMilliseconds };
        await client.ConnectAsync(server.Host, server.Port, server.Plain ? SecureSocketOptions.None : SecureSocketOptions.Auto, ct);
        await client.AuthenticateAsync(server.User, server.Password, ct);
        var folder = await client.GetFolderAsync(server.Folder, ct);
        await folder.OpenAsync(FolderAccess.ReadWrite, ct);
        var unseen = await folder.SearchAsync(SearchQuery.NotSeen, ct);
        foreach (var uid in unseen.Take(Batch)) await Take(folder, uid, ct);
        await client.DisconnectAsync(true, ct);
        if (unseen.Count > Batch) next = Instant.MinValue;
        return unseen.Count > Batch;
    }

    /// <summary>Seen once it is in our books, and not before; what cannot be taken is flagged, so that a person finds it in the mailbox.</summary>
    private async Task Take(IMailFolder folder, UniqueId uid, CancellationToken ct)
    {
        using var raw = await folder.GetStreamAsync(uid, "", ct);
        var mailed = raw.Length > MailRoom.SizeAtMost ? Mailed.Refused : await room.Take(raw, ct);
        if (mailed == Mailed.Refused) log.LogWarning("Mail {Uid} could not be taken; it is flagged in the mailbox", uid);
        await folder.StoreAsync(uid, new StoreFlagsRequest(StoreAction.Add, mailed == Mailed.Refused ? MessageFlags.Seen | MessageFlags.Flagged : MessageFlags.Seen) { Silent = true }, ct);
    }
}
