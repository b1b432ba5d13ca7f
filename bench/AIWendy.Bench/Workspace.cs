using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AIWendy.Bench;

/// <summary>Folders, builds and processes that the benchmarks share; removed at the end.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>How many further plugins the start-up benchmark installs.</summary>
    public const int ExtraPlugins = 8;

    private readonly string repository = FindRepository();
    private readonly string root = Path.Combine(Path.GetTempPath(), "aiwendy-bench-" + Guid.NewGuid().ToString("N")[..8]);

    public Workspace()
    {
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    private string HostDll => Path.Combine(repository, "artifacts", "app", "AIWendy.Host.dll");

    private string ServerData => Path.Combine(root, "server");

    /// <summary>Builds the bare application and the benchmark plugins, one of them under many names.</summary>
    public async Task BuildAsync()
    {
        if (!File.Exists(HostDll))
        {
            throw new InvalidOperationException("artifacts/app is missing: run ./aiwendy build first.");
        }

        await DotnetAsync("build", Path.Combine(repository, "bench", "BareKestrel"), "-c", "Release", "-v", "q", "-o", Path.Combine(root, "bare"));
        await BuildPluginAsync("bench");
        for (int i = 1; i <= ExtraPlugins; i++)
        {
            await BuildPluginAsync(FormattableString.Invariant($"extra{i}"));
        }
    }

    /// <summary>A bare Kestrel application with the same endpoints.</summary>
    public Task<ServerProcess> StartBareAsync()
    {
        int port = ServerProcess.FreePort();
        Dictionary<string, string> environment = new() { ["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{port}") };
        return ServerProcess.StartAsync(Path.Combine(root, "bare", "BareKestrel.dll"), environment, port, "/api/bench/plain", TimeSpan.FromSeconds(30));
    }

    /// <summary>The product: with its own embedded database, or on the one that another started.</summary>
    public async Task<ServerProcess> StartHostAsync(bool embedded, string readyPath = "/healthz/ready", int extraPlugins = -1)
    {
        int port = ServerProcess.FreePort();
        string data = embedded ? ServerData : Path.Combine(root, "node-" + Guid.NewGuid().ToString("N")[..8]);
        Dictionary<string, string> environment = new()
        {
            ["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_DATA"] = data,
            ["AIWENDY_LOG_DIR"] = Path.Combine(root, "logs"),
        };
        if (!embedded)
        {
            AddDatabase(environment);
        }

        InstallPlugins(data, extraPlugins);
        return await ServerProcess.StartAsync(HostDll, environment, port, readyPath, TimeSpan.FromSeconds(60));
    }

    /// <summary>Address of the embedded database for its owner role.</summary>
    public string OwnerConnectionString() => ConnectionString("aiwendy_owner", "ownerPassword");

    /// <summary>Address of the embedded database for the application role.</summary>
    public string ApplicationConnectionString() => ConnectionString("aiwendy_app", "applicationPassword");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void AddDatabase(Dictionary<string, string> environment)
    {
        environment["DATABASE_URL"] = OwnerConnectionString();
        environment["DATABASE_APP_URL"] = ApplicationConnectionString();
        string secret = Path.Combine(ServerData, "secret.key");
        if (File.Exists(secret))
        {
            environment["AIWENDY_SECRET_KEY"] = File.ReadAllText(secret).Trim();
        }
    }

    private string ConnectionString(string user, string passwordName)
    {
        using JsonDocument state = JsonDocument.Parse(File.ReadAllText(Path.Combine(ServerData, "postgres", "state.json")));
        int port = state.RootElement.GetProperty("port").GetInt32();
        string? password = state.RootElement.GetProperty(passwordName).GetString();
        return FormattableString.Invariant($"Host=127.0.0.1;Port={port};Database=aiwendy;Username={user};Password={password}");
    }

    /// <summary>Below zero: the benchmark plugin alone; otherwise that many others, and not the benchmark plugin.</summary>
    private void InstallPlugins(string data, int extraPlugins)
    {
        string[] names = extraPlugins < 0 ? ["bench"] : [.. Enumerable.Range(1, extraPlugins).Select(i => FormattableString.Invariant($"extra{i}"))];
        foreach (string name in names)
        {
            string target = Path.Combine(data, "plugins", $"bench.{name}", "1.0.0");
            if (!Directory.Exists(target))
            {
                CopyFolder(Path.Combine(root, "plugins", $"bench.{name}"), target);
            }
        }
    }

    private Task BuildPluginAsync(string name) => DotnetAsync(
        "build", Path.Combine(repository, "bench", "BenchPlugin"), "-c", "Release", "-v", "q",
        $"-p:BenchName={name}",
        $"-p:OutDir={Path.Combine(root, "out", name)}/", $"-p:PluginOutputRoot={Path.Combine(root, "plugins")}", "-p:BuildProjectReferences=false");

    private static async Task DotnetAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{await output}\n{await errors}");
        }
    }

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static string FindRepository()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AIWendy.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run from inside the repository.");
    }
}
