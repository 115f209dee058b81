using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Callout.WorkOrders;

namespace Callout.Crash;

/// <summary>Clients that send commands as fast as they are answered, and write each acknowledgement to a journal of their own before they go on.</summary>
public sealed class Load(IReadOnlyList<Uri> servers, string key, string journal) : IDisposable
{
    private const int Clients = 32;

    private readonly ConcurrentDictionary<Guid, ReceiveRequest> sent = [];
    private readonly FileStream acks = new(journal, FileMode.Append, FileAccess.Write, FileShare.Read, 1, FileOptions.WriteThrough);

    /// <summary>Sent, and never answered: it may have happened or not.</summary>
    public IReadOnlyDictionary<Guid, ReceiveRequest> Unanswered => sent;

    public static HashSet<Guid> Acknowledged(string journal) => File.Exists(journal) ? [.. File.ReadLines(journal).Select(Guid.Parse)] : [];

    public Task Run(CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, Clients).Select(n => Client(servers[n % servers.Count], stop)));

    /// <summary>Sends the same again, with the same ids; each must now be answered.</summary>
    public async Task SendAgainTo(Uri server)
    {
        using var http = Http(server);
        foreach (var (id, command) in sent) await Send(http, id, command, CancellationToken.None);
    }

    public void Dispose() => acks.Dispose();

    private async Task Client(Uri server, CancellationToken stop)
    {
        using var http = Http(server);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var (id, request) = (Guid.CreateVersion7(), new ServiceRequestId(Guid.CreateVersion7()));
                await Send(http, id, new ReceiveRequest(request, new BranchId(Guid.Empty), Channel.Phone, $"Request {id}"), stop);
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server is gone; so is this client.
        }
    }

    private async Task Send(HttpClient http, Guid id, ReceiveRequest command, CancellationToken stop)
    {
        sent[id] = command;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests/receive") { Content = JsonContent.Create(command, options: Wire.Json) };
        request.Headers.Add("Idempotency-Key", id.ToString());
        using var answer = await http.SendAsync(request, stop);
        if ((int)answer.StatusCode is 503 or 507 or 429)
        {
            await Task.Delay(20, CancellationToken.None);
            return;
        }

        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
        lock (acks) acks.Write(System.Text.Encoding.ASCII.GetBytes($"{id}\n"));
        sent.TryRemove(id, out _);
    }

    private HttpClient Http(Uri server)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return http;
    }
}
