using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Callout.Testing;

/// <summary>A mail server that keeps what it is sent, on a port that stays the same while it is down.</summary>
public sealed class MailServer : IDisposable
{
    private TcpListener? listener;

    public MailServer()
    {
        Start();
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; private set; }

    public ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>Addresses that it does not know.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    public void Stop()
    {
        listener?.Stop();
        listener = null;
    }

    public void Start()
    {
        if (listener is not null) return;
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = Accept(listener);
    }

    public void Dispose() => Stop();

    private async Task Accept(TcpListener here)
    {
        try
        {
            while (true) _ = Serve(await here.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Stopped.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.test ESMTP");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Unknown.Any(u => line.Contains(u, StringComparison.Ordinal))) await writer.WriteLineAsync("550 no such mailbox here");
            else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase)) await Take(reader, writer);
            else await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 mail.test");
        }
    }

    private async Task Take(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var mail = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".") mail.AppendLine(line);
        Mails.Enqueue(mail.ToString());
        await writer.WriteLineAsync("250 2.0.0 kept");
    }
}
