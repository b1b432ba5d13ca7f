using System.Diagnostics;
using System.Globalization;
using AIWendy.Host.Configuration;

namespace AIWendy.Integration.Tests.Plugins.Installation;

/// <summary>The host as a process of its own, which can be killed as a power cut would.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "aiwendy-process-" + Path.GetRandomFileName());
    private readonly HostSettings database;
    private readonly int port = Ports.Free();
    private Process? process;

    public HostProcess(HostSettings database)
    {
        this.database = database;
        Directory.CreateDirectory(Path.Combine(folder, "built-in"));
        Client = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
    }

    public HttpClient Client { get; }

    /// <summary>Where plugins are laid by hand.</summary>
    public string PluginsFolder => Path.Combine(folder, "data", "plugins");

    public async Task StartAsync()
    {
        Launch();
        Stopwatch watch = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            process!.HasExited.Should().BeFalse("the host must start by itself");
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(50);
        }
    }

    /// <summary>Starts it and waits until it ends by itself.</summary>
    public async Task StartToItsEndAsync()
    {
        Launch();
        await process!.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>What the sample says, or the status when it does not answer.</summary>
    public async Task<string> SampleAsync()
    {
        using HttpResponseMessage response = await Client.GetAsync("/api/sample/text");
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : response.StatusCode.ToString();
    }

    /// <summary>Waits until a version lies on the disk, which is after it was checked and before it serves.</summary>
    public async Task HasLaidOutAsync(string version)
    {
        string plugin = Path.Combine(folder, "data", "plugins", "test.sample");
        Stopwatch watch = Stopwatch.StartNew();
        while (!Directory.Exists(plugin) || Directory.GetDirectories(plugin, version + "-*").Length == 0)
        {
            watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30), $"{version} is being installed");
            await Task.Delay(1);
        }
    }

    /// <summary>Ends the process without any warning.</summary>
    public async Task KillAsync()
    {
        Send("-KILL");
        await process!.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (process is { HasExited: false })
        {
            Send("-TERM");
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Launch()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "AIWendy.Host.dll"), "serve"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["AIWENDY_DATA"] = Path.Combine(folder, "data");
        start.Environment["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs");
        start.Environment["AIWENDY_PLUGINS_DIR"] = Path.Combine(folder, "built-in");
        start.Environment["AIWENDY_SECRET_KEY"] = database.SecretKey!;
        start.Environment["DATABASE_URL"] = database.DatabaseUrl!;
        process?.Dispose();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Send(string signal) => Process.Start("kill", [signal, process!.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage response = await Client.GetAsync("/healthz/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
