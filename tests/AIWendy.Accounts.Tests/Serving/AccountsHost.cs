using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AIWendy.Host.Configuration;
using AIWendy.Host.Hosting;
using AIWendy.Integration.Tests.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AIWendy.Accounts.Tests.Serving;

/// <summary>The whole host on a port and a database of its own, with the plugins that lie beside the tests.</summary>
internal sealed class AccountsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private AccountsHost(WebApplication app, string folder, HostSettings settings)
    {
        this.app = app;
        this.folder = folder;
        Settings = settings;
    }

    public HostSettings Settings { get; }

    public IServiceProvider Services => app.Services;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Settings.Port}"));

    public static Task<AccountsHost> StartAsync(PostgresFixture postgres, params (string Key, string Value)[] environment) =>
        StartAsync(postgres, adjust: null, environment);

    /// <param name="postgres">The server.</param>
    /// <param name="adjust">Puts other services in the place of the host's, or null.</param>
    /// <param name="environment">Settings beyond those that every test needs.</param>
    public static async Task<AccountsHost> StartAsync(
        PostgresFixture postgres, Action<WebApplicationBuilder>? adjust, params (string Key, string Value)[] environment)
    {
        HostSettings database = await postgres.CreateDatabaseAsync();
        string folder = Path.Combine(Path.GetTempPath(), "aiwendy-accounts-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        Dictionary<string, string> variables = new()
        {
            ["HOME"] = folder,
            ["AIWENDY_PORT"] = FreePort().ToString(CultureInfo.InvariantCulture),
            ["AIWENDY_BIND"] = "127.0.0.1",
            ["AIWENDY_DATA"] = Path.Combine(folder, "data"),
            ["AIWENDY_LOG_DIR"] = Path.Combine(folder, "logs"),
            ["AIWENDY_PLUGINS_DIR"] = Path.Combine(AppContext.BaseDirectory, "built-in"),
            ["AIWENDY_SECRET_KEY"] = database.SecretKey!,
            ["DATABASE_URL"] = database.DatabaseUrl!,
        };
        foreach ((string key, string value) in environment)
        {
            variables[key] = value;
        }

        HostConfiguration configuration = HostConfiguration.Load(variables, folder);
        AccountsHost host = new(ServeHost.Build(configuration, adjust), folder, configuration.Settings);
        await host.app.StartAsync();
        await host.BecomeReadyAsync();
        return host;
    }

    /// <summary>A browser: it keeps cookies and follows no redirect.</summary>
    public Browser OpenBrowser() => new(Address);

    /// <summary>Everything that was logged so far.</summary>
    public string ReadLog()
    {
        string logs = Path.Combine(folder, "logs");
        return string.Concat(Directory.EnumerateFiles(logs).Select(file =>
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream);
            return reader.ReadToEnd();
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BecomeReadyAsync()
    {
        IPlatformReadiness readiness = app.Services.GetRequiredService<IPlatformReadiness>();
        DateTime deadline = DateTime.UtcNow.AddSeconds(60);
        while (!readiness.IsReady)
        {
            readiness.Failure.Should().BeNull();
            DateTime.UtcNow.Should().BeBefore(deadline, "the host must become ready");
            await Task.Delay(20);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
