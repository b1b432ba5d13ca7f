using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace AIWendy.Sdk.Testing;

/// <summary>A host as a process of its own, with a data folder of its own that goes with it.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private const int KeptLines = 40;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> said = new();
    private readonly Process process;

    public HostRun(string host, string folder, IReadOnlyDictionary<string, string> environment)
    {
        Folder = folder;
        int port = ScriptedModel.FreePort();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        ProcessStartInfo start = new("dotnet", [host, "serve"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AIWENDY_BIND"] = "127.0.0.1";
        start.Environment["AIWENDY_DATA"] = DataFolder;
        start.Environment["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs");
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        process = Process.Start(start) ?? throw new PluginTestException("The host's process did not start.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        AppDomain.CurrentDomain.ProcessExit += Kill;
    }

    public string Folder { get; }

    public Uri Address { get; }

    /// <summary>The last lines that the host wrote.</summary>
    public string Said => string.Join('\n', said);

    private string DataFolder => Path.Combine(Folder, "data");

    /// <summary>Waits until everything is ready.</summary>
    /// <exception cref="PluginTestException">The host has ended, or takes too long.</exception>
    public async Task ReadyAsync(HttpClient client, TimeSpan limit, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(client, cancellationToken).ConfigureAwait(false))
        {
            if (process.HasExited || watch.Elapsed > limit)
            {
                throw new PluginTestException($"The host {(process.HasExited ? "has ended" : "is not ready after " + limit)}:\n{Said}");
            }

            await Task.Delay(50, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        if (!process.HasExited && !await StopAsync().ConfigureAwait(false))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await client.GetAsync("/healthz/ready", cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A host that is asked to stop also stops its database; one that is killed leaves it to the next start.
    private async Task<bool> StopAsync()
    {
        using CancellationTokenSource limit = new(StopLimit);
        try
        {
            using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception refused) when (refused is OperationCanceledException or Win32Exception)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            said.Enqueue(line);
            while (said.Count > KeptLines && said.TryDequeue(out _))
            {
                // Only the last lines tell why a host does not start.
            }
        }
    }

    private void Kill(object? sender, EventArgs arguments) => process.Kill(entireProcessTree: true);
}
