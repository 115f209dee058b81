using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Callout.Modules.Tests.Messaging;

/// <summary>A mailbox with as much of IMAP (RFC 3501) as it takes to look for what is unseen, fetch it whole and flag it.</summary>
internal sealed partial class ImapServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<int, (byte[] Raw, string Flags)> mails = [];

    public ImapServer()
    {
        listener.Start();
        _ = Listen();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<string> Flags => [.. mails.OrderBy(m => m.Key).Select(m => m.Value.Flags)];

    public void Receive(string mail) => mails[mails.Count + 1] = (Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), "");

    public void Dispose() => listener.Stop();

    private async Task Listen()
    {
        try
        {
            while (true) _ = Serve(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say(stream, "* OK [CAPABILITY IMAP4rev1] here\r\n");
            while (await reader.ReadLineAsync() is { } line && line.Split(' ', 3) is [var tag, var verb, ..] parts)
            {
                await Answer(stream, verb.ToUpperInvariant(), parts.ElementAtOrDefault(2) ?? "");
                await Say(stream, verb.ToUpperInvariant() == "LOGIN" && !line.Contains("open sesame", StringComparison.Ordinal) ? $"{tag} NO\r\n" : $"{tag} OK [READ-WRITE] done\r\n");
                if (verb.Equals("LOGOUT", StringComparison.OrdinalIgnoreCase)) return;
            }
        }
    }

    private async Task Answer(NetworkStream stream, string verb, string rest)
    {
        if (verb == "CAPABILITY") await Say(stream, "* CAPABILITY IMAP4rev1\r\n");
        if (verb == "LIST") await Say(stream, "* LIST () \"/\" INBOX\r\n");
        if (verb == "SELECT") await Say(stream, $"* {mails.Count} EXISTS\r\n* FLAGS (\\Seen \\Flagged)\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged)] .\r\n* OK [UIDVALIDITY 1] .\r\n* OK [UIDNEXT {mails.Count + 1}] .\r\n");
        if (verb == "LOGOUT") await Say(stream, "* BYE\r\n");
        if (verb == "UID") await Uid(stream, rest);
    }

    private async Task Uid(NetworkStream stream, string rest)
    {
        if (rest.StartsWith("SEARCH", StringComparison.OrdinalIgnoreCase))
        {
            var unseen = mails.Where(m => !m.Value.Flags.Contains("Seen", StringComparison.Ordinal)).Select(m => m.Key).Order();
            await Say(stream, $"* SEARCH {string.Join(' ', unseen)}\r\n");
        }
        else if (int.Parse(Number().Match(rest).Value, CultureInfo.InvariantCulture) is var uid && rest.StartsWith("FETCH", StringComparison.OrdinalIgnoreCase))
        {
            await Say(stream, $"* {uid} FETCH (UID {uid} BODY[] {{{mails[uid].Raw.Length}}}\r\n");
            await stream.WriteAsync(mails[uid].Raw);
            await Say(stream, ")\r\n");
        }
        else
        {
            mails[uid] = (mails[uid].Raw, Flagged().Match(rest).Groups[1].Value);
        }
    }

    private static async Task Say(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\(([^)]*)\)")]
    private static partial Regex Flagged();
}
