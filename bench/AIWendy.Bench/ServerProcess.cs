using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AIWendy.Bench;

/// <summary>A server in its own process, with the operating system's own account of what it used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const double TicksPerSecond = 100;

    private readonly Process process;

    private ServerProcess(Process process, int port, TimeSpan firstAnswer)
    {
        this.process = process;
        Port = port;
        FirstAnswer = firstAnswer;
    }

    public int Port { get; }

    /// <summary>From process start to the first answer of the awaited path.</summary>
    public TimeSpan FirstAnswer { get; }

    public int Id => process.Id;

    /// <summary>Processor seconds, user and system, since the start.</summary>
    public double CpuSeconds
    {
        get
        {
            string stat = File.ReadAllText($"/proc/{process.Id}/stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    public static async Task<ServerProcess> StartAsync(
        string dll, IReadOnlyDictionary<string, string> environment, int port, string readyPath, TimeSpan limit)
    {
        ProcessStartInfo start = new("dotnet", [dll]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        long began = Stopwatch.GetTimestamp();
        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{dll} did not start.");
        Queue<string> tail = new();
        DataReceivedEventHandler keep = (_, line) => Keep(tail, line.Data);
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(5) };
        while (Stopwatch.GetElapsedTime(began) < limit && !process.HasExited)
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync(readyPath);
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return new ServerProcess(process, port, Stopwatch.GetElapsedTime(began));
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{Path.GetFileName(dll)} did not answer {readyPath} in time:\n{string.Join('\n', tail)}");
    }

    /// <summary>Proportional memory of the process and all its descendants, in MiB.</summary>
    public double TreeMemoryMebibytes()
    {
        Dictionary<int, int> parents = [];
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) && TryRead($"{folder}/stat") is { } stat)
            {
                parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
            }
        }

        return parents.Keys.Where(id => IsOfTree(id, parents)).Sum(ProportionalKibibytes) / 1024;
    }

    /// <summary>Memory of the process alone, in MiB, its share of what it shares with others.</summary>
    public double MemoryMebibytes() => ProportionalKibibytes(process.Id) / 1024;

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using Process? stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private static void Keep(Queue<string> tail, string? line)
    {
        lock (tail)
        {
            tail.Enqueue(line ?? string.Empty);
            if (tail.Count > 30)
            {
                tail.Dequeue();
            }
        }
    }

    private bool IsOfTree(int id, Dictionary<int, int> parents)
    {
        for (int current = id; current > 1; current = parents.GetValueOrDefault(current))
        {
            if (current == process.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static double ProportionalKibibytes(int id)
    {
        string? line = TryRead($"/proc/{id}/smaps_rollup")?.Split('\n').FirstOrDefault(text => text.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : double.Parse(line["Pss:".Length..].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
