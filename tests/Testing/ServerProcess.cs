using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Callout.Testing;

/// <summary>The server as a process of its own, that can be killed.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource<string> key = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly System.Text.StringBuilder output = new();

    private ServerProcess(ProcessStartInfo start, int port)
    {
        (Url, process) = (new Uri($"http://localhost:{port}"), new Process { StartInfo = start });
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Url { get; }

    public int Id => process.Id;

    /// <summary>The API key that the first start on an empty database prints.</summary>
    public Task<string> Key => key.Task;

    public string Output
    {
        get
        {
            lock (output) return output.ToString();
        }
    }

    /// <param name="program">What to run, such as <c>dotnet</c> or <c>strace</c>.</param>
    /// <param name="before">Its arguments up to those of the server.</param>
    public static async Task<ServerProcess> Start(string program, IEnumerable<string> before, string data, string? postgres, TimeSpan? within = null, params IEnumerable<string> more)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in before) start.ArgumentList.Add(argument);
        foreach (var argument in new[] { "serve", "--data", data, "--port", $"{port}" }) start.ArgumentList.Add(argument);
        if (postgres is not null) foreach (var argument in new[] { "--postgres", postgres }) start.ArgumentList.Add(argument);
        foreach (var argument in more) start.ArgumentList.Add(argument);
        var server = new ServerProcess(start, port);
        await server.Ready(within ?? TimeSpan.FromSeconds(60));
        return server;
    }

    /// <summary>How <c>dotnet</c> is to run an assembly that lies beside this one, in the surroundings of the program it belongs to.</summary>
    public static string[] Beside(string assembly, string program)
    {
        var path = Path.Combine(AppContext.BaseDirectory, program);
        return ["exec", "--runtimeconfig", $"{path}.runtimeconfig.json", "--depsfile", $"{path}.deps.json", Path.Combine(AppContext.BaseDirectory, assembly)];
    }

    /// <summary>kill -9: nothing is said to it, and it says nothing more.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    private async Task Ready(TimeSpan within)
    {
        using var http = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < within; await Task.Delay(20))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended by itself:\n{Output}");
            try
            {
                if ((await http.GetAsync("/api/ready")).IsSuccessStatusCode) return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
            }
        }

        throw new TimeoutException($"The server was not ready within {within}:\n{Output}");
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (line.IndexOf("callout_", StringComparison.Ordinal) is var at and >= 0) key.TrySetResult(line[at..].Trim());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
