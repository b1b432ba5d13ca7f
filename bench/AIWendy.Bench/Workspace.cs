using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace AIWendy.Bench;

/// <summary>Folders, builds and processes that the benchmarks share; removed at the end.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>The plugin that most benchmarks measure.</summary>
    public const string Main = "bench";

    /// <summary>Name of a plugin with a table, which others are copied from.</summary>
    public const string Table = "table00";

    private const string Extra = "extra00";

    private readonly string repository = FindRepository();
    private readonly string root = Path.Combine(Path.GetTempPath(), "aiwendy-bench-" + Guid.NewGuid().ToString("N")[..8]);

    public Workspace()
    {
        Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    /// <summary>Root of the repository.</summary>
    public string Repository => repository;

    /// <summary>Folder for what a benchmark makes; removed at the end.</summary>
    public string Root => root;

    /// <summary>The plugins that come with the product, as they were built.</summary>
    public string BuiltInPlugins => Path.Combine(repository, "artifacts", "app", "plugins");

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
        await BuildPluginAsync(Main);
        await BuildPluginAsync(Extra);
        await BuildPluginAsync(Table, "-p:BenchTable=true");
    }

    /// <summary>Names of further plugins, every third of them with a table.</summary>
    public static IReadOnlyList<string> Further(int count) =>
        [.. Enumerable.Range(1, count).Select(i => FormattableString.Invariant($"{(i % 3 == 0 ? Table : Extra)[..5]}{i:00}"))];

    /// <summary>Folder of a built plugin.</summary>
    public string PluginFolder(string name) => Path.Combine(root, "plugins", $"bench.{name}");

    /// <summary>A bare Kestrel application with the same endpoints.</summary>
    public Task<ServerProcess> StartBareAsync()
    {
        int port = ServerProcess.FreePort();
        Dictionary<string, string> environment = new() { ["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{port}") };
        return ServerProcess.StartAsync(Path.Combine(root, "bare", "BareKestrel.dll"), environment, port, "/api/bench/plain", TimeSpan.FromSeconds(30));
    }

    /// <summary>The product: with its own embedded database, or on the one that another started.</summary>
    /// <param name="embedded">Whether it runs the database.</param>
    /// <param name="readyPath">What has to answer before it counts as started.</param>
    /// <param name="plugins">Names of the plugins that are installed; null for the main one alone.</param>
    /// <param name="data">Name of its data folder, to start again in the same one; null for a new one.</param>
    public async Task<ServerProcess> StartHostAsync(
        bool embedded, string readyPath = "/healthz/ready", IReadOnlyList<string>? plugins = null, string? data = null)
    {
        int port = ServerProcess.FreePort();
        string folder = embedded ? ServerData : Path.Combine(root, data ?? "node-" + Guid.NewGuid().ToString("N")[..8]);
        Dictionary<string, string> environment = new()
        {
            ["AIWENDY_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_DATA"] = folder,
            ["AIWENDY_LOG_DIR"] = Path.Combine(root, "logs"),
        };
        if (!embedded)
        {
            AddDatabase(environment);
        }

        InstallPlugins(folder, plugins ?? [Main]);
        return await ServerProcess.StartAsync(HostDll, environment, port, readyPath, TimeSpan.FromSeconds(60));
    }

    /// <summary>A folder of its own for one benchmark.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

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

    private void InstallPlugins(string data, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            string target = Path.Combine(data, "plugins", $"bench.{name}", "1.0.0");
            if (!Directory.Exists(target))
            {
                string template = name.Length == Extra.Length ? name[..5] + "00" : name;
                PluginTemplate.Copy(PluginFolder(template), template, target, name);
            }
        }
    }

    private Task BuildPluginAsync(string name, params string[] properties) => DotnetAsync(
    [
        "build", Path.Combine(repository, "bench", "BenchPlugin"), "-c", "Release", "-v", "q",
        $"-p:BenchName={name}",
        $"-p:OutDir={Path.Combine(root, "out", name)}/", $"-p:PluginOutputRoot={Path.Combine(root, "plugins")}", "-p:BuildProjectReferences=false",
        .. properties,
    ]);

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{await output}\n{await errors}");
        }
    }

    private Task DotnetAsync(params string[] arguments) => RunAsync(repository, "dotnet", arguments);

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
