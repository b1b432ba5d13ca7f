using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AIWendy.Host.Configuration;
using Npgsql;

namespace AIWendy.Host.Data.Embedded;

/// <summary>
/// The private PostgreSQL server of an installation without <c>DATABASE_URL</c>: made, started, adopted after a crash
/// and stopped by the host. It listens on the loopback address only and keeps everything below the data folder.
/// </summary>
/// <param name="settings">The settings.</param>
/// <param name="folder">The data folder.</param>
/// <param name="logger">Receives the server's own log too.</param>
/// <param name="mayShare">Whether the server of another process that holds the data folder may be used; for commands beside a running host.</param>
internal sealed partial class EmbeddedPostgres(HostSettings settings, DataFolder folder, ILogger<EmbeddedPostgres> logger, bool mayShare = false) : IAsyncDisposable
{
    public const string Administrator = "aiwendy_admin";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(8);

    private readonly Lock gate = new();
    private PostgresProcess? server;
    private string lastComplaint = string.Empty;

    private string Root => Path.Combine(settings.DataFolder, "postgres");

    private string Cluster => ClusterOf(settings);

    private string StateFile => Path.Combine(Root, "state.json");

    /// <summary>Port and passwords; set by <see cref="StartAsync"/>.</summary>
    public EmbeddedState State { get; private set; } = null!;

    /// <summary>Whether <see cref="StartAsync"/> made the server, so that it has no roles and no database yet.</summary>
    public bool IsNew { get; private set; }

    /// <summary>The refusal to share a data folder.</summary>
    public static DatabaseException FolderTaken(HostSettings settings) => new(
        $"Another AIWendy is using the data folder {settings.DataFolder}; stop it, or give this one a folder of its own with {HostSettingCatalogue.DataFolder.Key}.");

    /// <summary>The programs that fit the cluster on disk, or any for a new one.</summary>
    /// <exception cref="DatabaseException">There are none; says what to do.</exception>
    public static PostgresPrograms FindPrograms(HostSettings settings) =>
        PostgresPrograms.Find(settings, ServerFiles.Major(ClusterOf(settings)), ServiceUser.Choose());

    /// <summary>Makes the server answer: adopts one that runs, or makes the cluster and starts one.</summary>
    /// <exception cref="DatabaseException">It can not be had; says why.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new DatabaseException($"The private database server needs Linux or macOS; set {HostSettingCatalogue.DatabaseUrl.Key} to a PostgreSQL server.");
        }

        ServiceUser? user = ServiceUser.Choose();
        folder.Create();
        PrivateFile.CreateFolder(Root);
        if (!folder.TryHold())
        {
            await AttachAsync(cancellationToken);
            return;
        }

        DiscardUnfinished();
        State = EmbeddedState.LoadOrCreate(StateFile);
        int? major = ServerFiles.Major(Cluster);
        if (major is not null && await AdoptAsync(cancellationToken))
        {
            return;
        }

        PostgresPrograms programs = PostgresPrograms.Find(settings, major, user);
        if (major is null)
        {
            await CreateClusterAsync(programs, user, cancellationToken);
        }
        else
        {
            user?.TakeOverTree(Cluster);
        }

        await LaunchAsync(programs, user, mayMove: true, cancellationToken);
        Watch();
    }

    /// <summary>Stops the server, unless another process owns it.</summary>
    public async Task StopAsync()
    {
        await StopWatchingAsync();
        PostgresProcess? running;
        lock (gate)
        {
            running = server;
            server = null;
        }

        if (running is not null)
        {
            await running.StopAsync(StopPatience);
            LogStopped();
        }

        folder.Release();
    }

    /// <summary>Connection to a database of the server.</summary>
    public NpgsqlConnectionStringBuilder Address(string database, string user, string password) => new()
    {
        Host = "127.0.0.1",
        Port = State.Port,
        Database = database,
        Username = user,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Uses the server of another process that holds the data folder, for commands beside a running host.</summary>
    private async Task AttachAsync(CancellationToken cancellationToken)
    {
        State = mayShare && File.Exists(StateFile) ? EmbeddedState.LoadOrCreate(StateFile) : throw FolderTaken(settings);
        if (await AnswersAsync(cancellationToken) is not null)
        {
            throw FolderTaken(settings);
        }
    }

    private static string ClusterOf(HostSettings settings) => Path.Combine(settings.DataFolder, "postgres", "cluster");

    private async Task<bool> AdoptAsync(CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (ServerFiles.RemoveStale(Cluster))
        {
            // A server whose host has just died is either still good or on its way out; both become clear soon.
            if (ServerFiles.Read(Cluster) is { } running && running.Port == State.Port && await AnswersAsync(cancellationToken) is null)
            {
                server = PostgresProcess.Adopt(running.Process);
                LogAdopted(running.Process, running.Port);
                Watch();
                return true;
            }

            if (watch.Elapsed > StartPatience)
            {
                throw new DatabaseException($"A database server is using {Cluster} and does not accept our password; stop process {ServerFiles.Read(Cluster)?.Process} and start again.");
            }

            await Task.Delay(50, cancellationToken);
        }

        return false;
    }

    private async Task CreateClusterAsync(PostgresPrograms programs, ServiceUser? user, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        LogCreating(programs.Major, Cluster);
        string draft = Cluster + ".new";
        PrivateFile.CreateFolder(draft);
        user?.TakeOver(draft);
        string passwordFile = Path.Combine(Path.GetTempPath(), "aiwendy-" + Path.GetRandomFileName());
        PrivateFile.Write(passwordFile, State.AdministratorPassword + "\n");
        try
        {
            user?.TakeOver(passwordFile);
            await RunInitdbAsync(PostgresLaunch.Prepare(programs.Initdb, draft, user, diesWithHost: false,
            [
                "--auth=scram-sha-256", $"--username={Administrator}", $"--pwfile={passwordFile}", "--encoding=UTF8",
                .. Locale(programs.Major), "--data-checksums",
            ]), cancellationToken);
        }
        finally
        {
            File.Delete(passwordFile);
        }

        Directory.Move(draft, Cluster);
        IsNew = true;
        LogCreated(watch.ElapsedMilliseconds);
    }

    // The built-in provider sorts the same everywhere and after every upgrade of the system's libraries.
    private static string[] Locale(int major) =>
        major >= 17 ? ["--locale-provider=builtin", "--locale=C.UTF-8"] : OperatingSystem.IsMacOS() ? ["--locale=C"] : ["--locale=C.UTF-8"];

    private static async Task RunInitdbAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(start) ?? throw new DatabaseException("initdb can not be started.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        await output;
        if (process.ExitCode != 0)
        {
            string complaint = (await errors).Split('\n').LastOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? await errors;
            throw new DatabaseException($"initdb could not make the database: {complaint.Trim()}");
        }
    }

    private async Task LaunchAsync(PostgresPrograms programs, ServiceUser? user, bool mayMove, CancellationToken cancellationToken)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (true)
        {
            int port = !mayMove || IsFree(State.Port) ? State.Port : FreePort();
            if (port != State.Port)
            {
                State = State with { Port = port };
                State.Save(StateFile);
            }

            PostgresProcess started = PostgresProcess.Start(
                PostgresLaunch.Prepare(programs.Postgres, Cluster, user, diesWithHost: true, ServerOptions.Of(programs.Major, port)), Report);
            lock (gate)
            {
                server = started;
            }

            while (!started.Exited.IsCompleted)
            {
                string? problem = await AnswersAsync(cancellationToken);
                if (problem is null)
                {
                    LogStarted(programs.Major, port, started.Id, watch.ElapsedMilliseconds);
                    return;
                }

                if (watch.Elapsed > StartPatience)
                {
                    await started.StopAsync(StopPatience);
                    throw new DatabaseException($"The database server does not answer after {StartPatience.TotalSeconds:0} s: {problem}");
                }

                await Task.Delay(10, cancellationToken);
            }

            // The port may have been taken in between, or processes of a killed server may still be leaving.
            if (watch.Elapsed > TimeSpan.FromSeconds(10))
            {
                throw new DatabaseException($"The database server does not start: {lastComplaint}");
            }

            await Task.Delay(100, cancellationToken);
            ServerFiles.RemoveStale(Cluster);
        }
    }

    /// <summary>Null when the server accepts the administrator's password, otherwise what it said.</summary>
    private async Task<string?> AnswersAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnectionStringBuilder address = Address("postgres", Administrator, State.AdministratorPassword);
        address.Pooling = false;
        address.Timeout = 5;
        try
        {
            await using NpgsqlConnection connection = new(address.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or SocketException)
        {
            return exception.Message;
        }
    }

    private void DiscardUnfinished()
    {
        // A first start that was cut off: nothing in it is anybody's data yet.
        string draft = Cluster + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private void Report(string line)
    {
        if (line.Contains("FATAL:", StringComparison.Ordinal) || line.Contains("PANIC:", StringComparison.Ordinal))
        {
            lastComplaint = line;
        }

        ServerOptions.Log(logger, line);
    }

    private static bool IsFree(int port)
    {
        if (port == 0)
        {
            return false;
        }

        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Making the database with PostgreSQL {Major} in {Cluster}")]
    private partial void LogCreating(int major, string cluster);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database was made in {Elapsed} ms")]
    private partial void LogCreated(long elapsed);

    [LoggerMessage(Level = LogLevel.Information, Message = "PostgreSQL {Major} answers on port {Port} as process {Process} after {Elapsed} ms")]
    private partial void LogStarted(int major, int port, int process, long elapsed);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took over the running database server, process {Process}, port {Port}")]
    private partial void LogAdopted(int process, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database server has stopped")]
    private partial void LogStopped();
}
